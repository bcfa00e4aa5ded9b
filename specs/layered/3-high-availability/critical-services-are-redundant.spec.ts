import { all, control, every, that, the } from '#harness'
import { newestDrill } from '../drills.ts'
import { inVlans } from '../lookers.ts'

control(
  'What is to be redundant has instances on two machines, and one may be lost',
  {
    statement: 'LA-15',
    impact: 'high',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-2', 'CP-7', 'SC-6', 'SI-13', 'CIS-11.1'],
    remedy:
      'Move an instance to the other node, start what does not answer, and run `plumb drill instance-loss`.',
  },
  (views) => {
    const { host, inventory, lab, need, parameter } = views
    const wanted = parameter.words('p.ha.services')
    const instances = need('dns').servers.map((name) => {
      const { vmid, address } = the(inventory.hosts, name, (it) => it.name === name)
      const guest = the(lab.guests, `guest ${vmid}`, (it) => it.vmid === vmid)
      const own = inVlans(views)
        .flatMap(({ from }) => host(from).nameAnswers)
        .filter(({ server }) => server === address)
      return {
        host: name,
        node: guest.node,
        status: guest.status,
        answers: own.filter(({ status }) => status === 'NOERROR').length,
      }
    })
    const { measurements, result } = the(
      newestDrill(views, 'instance-loss'),
      'instance-loss',
      () => true,
    )
    const loss = the(
      measurements.instance ? [measurements.instance] : [],
      'measurement of a lost instance',
      () => true,
    )

    all(
      () =>
        that(
          wanted.join() === 'dns',
          'every service that is to be redundant is one that can be looked at',
          { wanted },
        ),
      () =>
        that(
          instances.length >= parameter.number('p.ha.min_instances'),
          'there are instances enough',
          instances,
        ),
      () =>
        every(
          instances,
          'runs and answers by itself',
          ({ status, answers }) => status === 'running' && answers > 0,
        ),
      () =>
        that(
          new Set(instances.map(({ node }) => node)).size >= 2,
          'they are on different machines',
          instances.map(({ host: name, node }) => ({ host: name, node })),
        ),
      () =>
        that(
          result === 'recovered' &&
            wanted.includes(loss.service) &&
            loss.askedAnew &&
            loss.instancesBefore >= 2 &&
            loss.gapSeconds <= parameter.seconds('p.ha.max_gap') &&
            loss.successRatio >= parameter.number('p.ha.min_success'),
          'when one was lost nobody missed it for long',
          loss,
        ),
    )
  },
)
