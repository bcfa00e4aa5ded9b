import { all, control, none, the } from '#harness'

const NEEDS_SCRIPT = /\/(perl|python|ruby|node|nodejs|java|php)[0-9.]*$/

control(
  'Whatever runs or starts on the hypervisor itself belongs to Proxmox VE or its base',
  {
    statement: 'FR-26',
    impact: 'critical',
    kind: 'isolation',
    standards: ['CM-7', 'SC-2', 'SC-3', 'CIS-2.3'],
    remedy:
      'Move the program into a container; what has to stay goes into `baseline.extras` or `baseline.units` with the reason. Restart what runs from a file that is gone.',
  },
  ({ host, hosts, lab, need }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const { extras, units } = need('baseline')
    const stock = [...lab.packageBaseline, ...extras.map((it) => it.name)]
    const isStock = ({ owner }: { owner?: string }) => owner !== undefined && stock.includes(owner)
    const own = host(name).processes.filter(({ isOwn }) => isOwn)
    const gone = own.filter(({ isDeleted }) => isDeleted).map(({ program }) => program)
    const { crons, lingering, ofUsers, units: started } = host(name).startUps
    all(
      () => none(own, 'runs there and belongs to no package of the baseline', (it) => !isStock(it)),
      // An interpreter that does not tell its script is known by the unit that started it.
      () =>
        none(own, 'runs a script that nobody can name', (it) =>
          it.script === undefined
            ? NEEDS_SCRIPT.test(it.program) && !/^\/system\.slice\/\S+\.service$/.test(it.cgroup)
            : it.script === '-',
        ),
      () =>
        none(
          started,
          'is a unit of nobody’s package, or starts something else than its package says',
          (it) =>
            (!isStock(it) || it.isChanged === true) && !units.some((unit) => unit.name === it.unit),
        ),
      () => none([...ofUsers, ...lingering], 'starts for a user, or without one', () => true),
      () => none(crons, 'is a job of nobody’s package', (it) => !isStock(it)),
      () => {
        const because = `it runs from files that are gone: ${gone.join(', ')}`
        none({ items: [], complete: gone.length === 0, because }, 'hides what it is', () => true)
      },
    )
  },
)
