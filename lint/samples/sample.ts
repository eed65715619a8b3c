/** A file that a rule refuses, or lets pass in silence. */
export interface Sample {
  name: string
  place: string
  source: string
  /** What the rule says, once for each finding. */
  says: RegExp[]
}

export const refused = (name: string, place: string, source: string, ...says: RegExp[]): Sample => ({
  name,
  place,
  source,
  says,
})

export const fine = (name: string, place: string, source: string): Sample => ({
  name,
  place,
  source,
  says: [],
})
