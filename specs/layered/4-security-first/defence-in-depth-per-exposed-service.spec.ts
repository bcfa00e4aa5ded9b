import { control, every, saw, the } from '#harness'
import { doors } from '../lookers.ts'

control(
  'Behind every exposed name two defences stand that fail apart',
  {
    statement: 'LA-19',
    impact: 'high',
    kind: 'isolation',
    standards: ['PL-8', 'SC-7', 'SC-7(12)', 'AC-3', 'CIS-4.4', 'CIS-13.10'],
    remedy:
      'Add one that is missing: close the backend to all but the proxy, ask Authelia, switch the web application firewall on, or have the service ask for a login itself.',
  },
  ({ host, inventory, lab, need, parameter, vantage }) => {
    const { names, portal } = need('proxy')
    const { sent, tracks } = lab.canaryTrails
    const places = doors({ inventory, need })
    const tries = places.flatMap(({ from }) => host(from).doorTries)
    const seen = places.map(({ name }) => vantage(name).openPorts)
    const portOf = (service: string) =>
      the(inventory.services, service, (it) => it.name === service)
    const defences = names
      .filter(({ name }) => name !== portal)
      .map(({ name, service, access }) => {
        const own = portOf(service)
        const attacks = sent.filter((it) => it.kind === 'attack' && it.name === name)
        return {
          name,
          // Only the proxy comes to the backend at all.
          segment: seen.every(
            (ports) => !saw(ports, (it) => it.host === own.host && own.ports.includes(it.port)),
          ),
          portal:
            access !== 'public' &&
            tries.some((it) => it.name === name) &&
            tries
              .filter((it) => it.name === name)
              .every(({ sawService, status }) => !sawService && status !== 200),
          firewall:
            attacks.length > 0 &&
            attacks.every(
              ({ id, status = 0 }) =>
                status >= 400 && tracks.some((it) => it.id === id && it.job === 'modsecurity'),
            ),
          // Behind the portal nobody can tell whose refusal it is: that one counts once.
          login:
            access === 'public' &&
            places.some((place) =>
              saw(
                vantage(place.name).webAnswers,
                ({ id, status = 0 }) =>
                  id === `anonymous:${service}` && (status === 401 || status === 403),
              ),
            ),
        }
      })

    every(
      defences,
      'has defences enough that work now',
      ({ segment, portal: asked, firewall, login }) =>
        [segment, asked, firewall, login].filter(Boolean).length >=
        parameter.number('p.defence.min_controls'),
    )
  },
)
