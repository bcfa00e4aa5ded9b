import { control, every, known, the } from '#harness'

control(
  'Every published application asks for a login before it shows anything',
  {
    statement: 'TG-207',
    impact: 'high',
    kind: 'exposure',
    strength: 'target',
    standards: ['AC-3', 'IA-2', 'AC-14'],
    remedy:
      'Switch on the login of the application, or put an identity provider before it; what is public on purpose is named in p.apps.public.',
  },
  ({ inventory, lab, parameter, vantage }) => {
    const hosts = {
      ...lab.kubeIngresses,
      items: [
        ...new Set(lab.kubeIngresses.items.flatMap(({ paths }) => paths.map(({ host }) => host))),
      ].filter((name) => !parameter.words('p.apps.public').includes(name)),
    }

    every(hosts, 'refuses who did not log in', (name) => {
      const asked = inventory.services.filter(
        ({ unauthenticated }) =>
          unauthenticated !== undefined && new URL(unauthenticated.url).hostname === name,
      )
      known(
        asked.length > 0,
        `no service of the inventory has an \`unauthenticated\` page at ${name}`,
      )
      return asked.every(({ name: service, unauthenticated }) => {
        const { status } = the(
          vantage('lan').webAnswers,
          `answer of ${service}`,
          ({ id }) => id === `anonymous:${service}`,
        )
        return status !== undefined && unauthenticated?.refuses.includes(status) === true
      })
    })
  },
)
