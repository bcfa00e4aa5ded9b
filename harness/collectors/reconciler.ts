import { hostCollector, word } from '../model/collector.ts'
import { flag, list, number, object, parseJson, text } from '../model/parse.ts'

/** The program that holds the platform to the revision of its repository, by its own last report. */
export interface Reconciler {
  readonly revision: string
  readonly at: string
  /** Whether it acts by itself, and not only when somebody asks. */
  readonly isAutomatic: boolean
  /** Whether it removes what is no longer in the repository. */
  readonly prunes: boolean
  /** What differs from the revision. */
  readonly outOfSync: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    reconciler: Reconciler
  }
}

/** @source reconcile.json in the folder `iac.reports`: revision, epoch, automatic, prune, outOfSync */
export const reconciler = hostCollector('reconciler', {
  where: ({ name }, { iac }) => iac?.deployHost === name,
  command: (_, { iac }) => `cat ${word(iac?.reports ?? '')}/reconcile.json`,
  parse: ({ stdout }): Reconciler => {
    const row = object(parseJson(stdout, 'reconcile.json'), 'reconcile.json')
    return {
      revision: text(row.revision, 'revision'),
      at: new Date(number(row.epoch, 'epoch') * 1000).toISOString(),
      isAutomatic: flag(row.automatic, 'automatic'),
      prunes: flag(row.prune, 'prune'),
      outOfSync: list(row.outOfSync, 'outOfSync').map((one) => text(one, 'outOfSync')),
    }
  },
})
