/** What the document leaves open about the virtual machines, and what runs in them. */
export const parametersOfTheMachines = {} as const
