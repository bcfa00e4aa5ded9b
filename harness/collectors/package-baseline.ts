import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Names of the packages of a clean installation of the hypervisor. */
    packageBaseline: readonly string[]
  }
}

/** @source the file `baseline.packages`, as tracked at HEAD: one name a line */
export const packageBaseline = documentCollector('packageBaseline', {
  read: async (documents, { baseline }) => {
    if (!baseline)
      throw new Unseen('not asked', 'the inventory has no "baseline": nobody says what is stock')
    const names = (await documents.read(baseline.packages))
      .split('\n')
      .map((line) => line.replace(/#.*$/, '').trim())
      .filter(Boolean)
    const odd = names.find((name) => !/^[a-z0-9][a-z0-9+.-]*$/.test(name))
    if (odd !== undefined || !names.includes('pve-manager'))
      throw new Unseen(
        'not understood',
        `${baseline.packages} is no list of packages of Proxmox VE`,
      )
    return names
  },
})
