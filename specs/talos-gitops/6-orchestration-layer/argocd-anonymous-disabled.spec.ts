import { all, control, none, that, the } from '#harness'

control(
  'Nobody uses ArgoCD without a login, and a login alone gives no right',
  {
    statement: 'TG-107',
    impact: 'high',
    kind: 'identity',
    standards: ['AC-14', 'IA-2', 'AC-3'],
    remedy:
      'Set `users.anonymous.enabled: false` in argocd-cm and an empty `policy.default` in argocd-rbac-cm.',
  },
  ({ lab, need, vantage }) =>
    all(
      () =>
        that(
          lab.argocdConfig['users.anonymous.enabled'] !== 'true',
          'nobody is let in without a login',
          lab.argocdConfig,
        ),
      () => {
        const given = lab.argocdRights['policy.default'] ?? ''
        that(given === '', 'a login alone gives no right', { 'policy.default': given })
        none(
          // More of them may stand under other keys, `policy.<word>.csv`.
          Object.entries(lab.argocdRights).flatMap(([key, lines]) =>
            /^policy(\..+)?\.csv$/.test(key) ? lines.split('\n') : [],
          ),
          'gives a right to anybody',
          (line) => /^\s*[gp]\s*,\s*["'.^]*\*\$?["']*\s*,/.test(line),
        )
      },
      () => {
        const { url } = the(
          need('kubernetes').routes,
          'route to the list of applications',
          (route) => route.url.endsWith('/api/v1/applications'),
        )
        const answered = vantage('lan').entryAnswers.items.filter(
          ({ status }) => status !== undefined,
        )
        const answer = the(
          { items: answered, complete: false, because: `nobody answers for ${url}` },
          `answer of ${url}`,
          (one) => one.url === url,
        )
        that([401, 403].includes(answer.status ?? 0), 'a stranger is refused', answer)
      },
    ),
)
