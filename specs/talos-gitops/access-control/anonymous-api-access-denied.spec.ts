import { all, control, none, that, the } from '#harness'
import { reachesOf, shown } from '../reach.ts'

control(
  'Whoever did not log in gets nothing from the API server',
  {
    statement: 'TG-45',
    impact: 'high',
    kind: 'exposure',
    standards: ['AC-3', 'AC-14'],
    remedy:
      'Set `anonymous-auth: false` or restrict it to the health paths, and delete bindings that name system:anonymous or system:unauthenticated.',
  },
  ({ lab, parameter, vantage }) =>
    all(
      () => {
        const answer = the(
          vantage('lan').webAnswers,
          'answer of the API server',
          ({ id }) => id === 'anonymous:kubernetes',
        )
        that(
          (answer.status === 401 || answer.status === 403) &&
            /"kind": ?"Status"/.test(answer.body ?? ''),
          'the API server itself refuses',
          { url: answer.url, status: answer.status },
        )
      },
      () =>
        none(
          reachesOf(lab),
          'names people who did not log in',
          // One that is only called like a built-in one may give anything.
          ({ binding, namespace, rules, subject }) =>
            /system:(anonymous|unauthenticated)$/.test(subject) &&
            (namespace !== undefined ||
              rules.some(({ resources }) => resources.length > 0) ||
              !parameter.words('p.rbac.public_bindings').includes(binding)),
          shown,
        ),
    ),
)
