/**
 * What can be known, by kind of subject. Each collector adds its own line by declaration merging,
 * so the type of a fact lives beside its question and its parser.
 */

/** About one machine or guest that we log in to: `host('vm100').mounts`. */
// biome-ignore lint/suspicious/noEmptyInterface: declaration merging needs an interface to merge into
export interface HostFacts {}

/** As seen from one place on the network: `vantage('lan').openPorts`. */
// biome-ignore lint/suspicious/noEmptyInterface: declaration merging needs an interface to merge into
export interface VantageFacts {}

/** About the lab as a whole, from its APIs and its repository: `lab.guests`. */
// biome-ignore lint/suspicious/noEmptyInterface: declaration merging needs an interface to merge into
export interface LabFacts {}
