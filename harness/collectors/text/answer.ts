import type { HostCollector } from '../../model/collector.ts'
import type { HostFacts } from '../../model/facts.ts'
import { host, inventory } from './stage.ts'

/** Lets a collector read an answer, as the tests of parsers do. */
export const read = <Name extends keyof HostFacts>(
  collector: HostCollector<Name>,
  stdout: string,
  status = 0,
): HostFacts[Name] => collector.parse({ status, stdout, stderr: '' }, host, inventory)
