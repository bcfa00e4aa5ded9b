/** Hypervisor, infrastructure as code, secrets, access and encryption: controls still to be written, and the statement of each. */
export const plannedPlatform = {} as const
