import { all, control, that, the } from '#harness'
import { pageOf, runs } from './workloads.ts'

control(
  'Vaultwarden runs on vm-apps with its database, and strangers neither sign up nor administer it',
  {
    statement: 'ZF-71',
    impact: 'critical',

    kind: 'placement',
    standards: ['CM-2', 'IA-5', 'CM-6'],
    remedy:
      'See `docker logs vaultwarden` on vm-apps; set SIGNUPS_ALLOWED=false and remove DISABLE_ADMIN_TOKEN in its environment, and create it anew.',
  },
  (views) => {
    const { ageSeconds, evidenceOf, parameter } = views
    const longest = parameter.seconds('p.vault.max_skew')

    all(
      () => runs(views, 'vaultwarden'),
      // The moment in its answer tells it from one that something in between kept.
      () => {
        const page = pageOf(views, 'vaultwarden', '/alive')
        const [, at = ''] = /^"([^"]+)"$/.exec(page.body ?? '') ?? []
        that(page.status === 200 && at !== '', 'it lives', page)
        const { takenAt } = the(evidenceOf('insidePages', 'vm-apps'), 'answer', () => true)
        that(Math.abs(ageSeconds(at) - ageSeconds(takenAt)) <= longest, 'it answers now', page)
      },
      // Without a token, whoever finds the page is the administrator.
      () => {
        const page = pageOf(views, 'vaultwarden', '/admin')
        that(
          [401, 403, 404].includes(page.status ?? 0) ||
            (page.status === 200 && /^The admin panel is disabled/.test(page.body ?? '')),
          'its page for administrators is off, or asks who is there',
          page,
        )
      },
      () => {
        const page = pageOf(views, 'vaultwarden', '/api/config')
        that(
          page.status === 200 && /"disableUserRegistration":true/.test(page.body ?? ''),
          'strangers cannot sign up',
          page,
        )
      },
    )
  },
)
