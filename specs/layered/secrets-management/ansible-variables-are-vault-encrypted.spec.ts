import { all, control, every, none } from '#harness'

control(
  'Every secret variable of Ansible is and was encrypted, in all revisions',
  {
    statement: 'LA-59',
    impact: 'critical',
    kind: 'secrets',
    standards: ['IA-5(7)', 'SC-28', 'SC-12', 'CIS-3.11', 'CIS-16.4'],
    remedy:
      'Encrypt the file (`ansible-vault encrypt`), replace the secret, as it was readable, and rewrite the history that holds it.',
  },
  ({ host, need, parameter }) => {
    const { isShallow, commits, variables, telling } = host(
      need('iac').deployHost,
    ).repositoryHistory
    const secret = new RegExp(parameter.text('p.secrets.name_pattern'), 'i')
    const because = isShallow
      ? 'older commits are missing in the checkout'
      : 'there is no commit to look at'
    const complete = !isShallow && commits > 0

    all(
      () =>
        none(
          {
            items: variables.map(({ path, blob, plain }) => ({
              path,
              blob,
              plain: plain.filter((name) => secret.test(name)),
            })),
            complete,
            because,
          },
          'holds a secret in plain',
          ({ plain }) => plain.length > 0,
        ),
      () =>
        none(
          {
            items: variables.map(({ path, blob, isEncrypted }) => ({ path, blob, isEncrypted })),
            complete,
            because,
          },
          'is called a vault and is none',
          ({ path, isEncrypted }) => /vault[^/]*\.ya?ml$/.test(path) && !isEncrypted,
        ),
      () =>
        every(
          variables
            .filter(({ path }) => /vault[^/]*\.ya?ml$/.test(path))
            .map(({ path, blob, isEncrypted }) => ({ path, blob, isEncrypted })),
          'is encrypted',
          ({ isEncrypted }) => isEncrypted,
        ),
      () =>
        none(
          { items: telling.map((path) => ({ path })), complete, because },
          'is the password of the vault',
          ({ path }) => /vault[_-]?pass/.test(path),
        ),
    )
  },
)
