export const statusColors = {
  planned: 'blue',
  in_progress: 'green',
  terminated: 'orange',
  ended: 'gray',
} as const
