/** Where a signer's link leads, below the public URL. */
export const signingPath = (agreementId: string, token: string): string =>
  `/agreements/${agreementId}/${token}`
