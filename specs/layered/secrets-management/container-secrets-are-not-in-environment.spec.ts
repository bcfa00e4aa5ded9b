import { all, control, every, none } from '#harness'

control(
  'Containers get their secrets as private files, not as variables',
  {
    statement: 'LA-60',
    impact: 'high',
    kind: 'secrets',
    standards: ['IA-5', 'SC-28', 'AC-6', 'CIS-3.11', 'CIS-16.4'],
    remedy:
      'Give the service the secret by `secrets:` and the variable that ends in _FILE; `chmod 440` the file and replace the secret, which was readable.',
  },
  ({ host, hosts, lab, parameter }) => {
    const secret = new RegExp(parameter.text('p.secrets.name_pattern'), 'i')
    const named = (names: readonly string[]) =>
      names.filter((name) => secret.test(name) && !/_FILE$/i.test(name))
    const mounts = hosts('compute').flatMap(({ name: on }) =>
      host(on).secretMounts.map((it) => ({ host: on, ...it })),
    )

    all(
      () =>
        none(
          hosts('compute').flatMap(({ name: on }) =>
            host(on).containers.map(({ name, envNames }) => ({
              host: on,
              container: name,
              names: named(envNames),
            })),
          ),
          'has a secret in its environment',
          ({ names }) => names.length > 0,
        ),
      () =>
        none(
          lab.composeServices.map(({ file, service, environmentNames }) => ({
            file,
            service,
            names: named(environmentNames),
          })),
          'is to get a secret by its environment',
          ({ names }) => names.length > 0,
        ),
      () =>
        every(
          hosts('compute').flatMap(({ name: on }) =>
            host(on).containers.flatMap(({ name, envNames }) =>
              envNames
                .filter((it) => /_FILE$/i.test(it) && secret.test(it))
                .map((variable) => ({ host: on, container: name, variable })),
            ),
          ),
          'has a file below /run/secrets for it',
          ({ host: on, container }) =>
            mounts.some((it) => it.host === on && it.container === container),
        ),
      () =>
        every(
          mounts,
          'is read-only, and its file is private and not in the repository',
          ({ isWritable, mode, source }) =>
            !isWritable &&
            mode !== undefined &&
            /^0?[46][04]0$/.test(mode) &&
            !lab.trackedFiles.some(({ path }) => source.endsWith(`/${path}`)),
        ),
    )
  },
)
