/** The job that asks for installments whose day has come: every few minutes for all companies. */
export const ASK_INSTALLMENTS = 'ask-installments'
