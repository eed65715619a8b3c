export const linkColors = { open: 'blue', paid: 'green', expired: 'gray', closed: 'gray' } as const
