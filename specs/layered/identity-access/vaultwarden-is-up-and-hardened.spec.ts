import { all, control, that, the } from '#harness'
import { inside } from '../lookers.ts'

control(
  'Vaultwarden answers with its database, takes no new users, and is backed up as critical',
  {
    statement: 'LA-55',
    impact: 'critical',
    kind: 'identity',
    standards: ['IA-5', 'AC-3', 'SC-28', 'CP-9', 'CIS-5.2', 'CIS-3.11'],
    remedy:
      'Set SIGNUPS_ALLOWED=false (and mend config.json, which wins), close /admin, and put its folder into the backup as critical.',
  },
  ({ ageSeconds, evidenceOf, inventory, lab, need, vantage }) => {
    const service = the(inventory.services, 'password manager', ({ role }) => role === 'passwords')
    const [{ name: from } = { name: 'nowhere' }] = inside({ inventory, need })
    const { webAnswers } = vantage(from)
    const page = (name: string) =>
      the(webAnswers, `${name} of ${service.name}`, ({ id }) => id === `${name}:${service.name}`)
    const askedAt = ageSeconds(the(evidenceOf('webAnswers', from), 'answer', () => true).takenAt)
    const alive = page('health')
    const at = /"(\d{4}-\d\d-\d\dT[^"]+)"/.exec(alive.body ?? '')?.[1] ?? ''

    all(
      () =>
        that(alive.status === 200 && alive.certificate?.valid === true, 'it answers over TLS', {
          url: alive.url,
          status: alive.status,
        }),
      // The time in its answer is of the database: an old one comes out of a cache.
      () =>
        that(at !== '' && Math.abs(ageSeconds(at) - askedAt) <= 60, 'its database answers now', {
          at,
        }),
      () => {
        const { status, body = '' } = page('config')
        that(
          status === 200 && /"disableUserRegistration":\s*true/.test(body),
          'nobody can sign up',
          { status },
        )
      },
      () => {
        const { status, url } = page('admin')
        that([401, 403, 404].includes(status ?? 0), 'its page for administration is closed', {
          url,
          status,
        })
      },
      () => {
        const { status, url } = page('anonymous')
        that([401, 403].includes(status ?? 0), 'it gives no data without a login', { url, status })
      },
      () => {
        const data = the(
          need('backup').datasets,
          'its data',
          ({ host, path }) => host === service.host && path.includes(service.name),
        )
        that(
          lab.recoveryPlan.data.some(
            ({ name, isCritical }) => name === data.name && isCritical === true,
          ),
          'its data is critical by the plan',
          { data: data.name },
        )
      },
    )
  },
)
