/** Controls still to be written about the virtual machines and what runs in them. */
export const plannedForTheMachines: Readonly<Record<string, string>> = {}
