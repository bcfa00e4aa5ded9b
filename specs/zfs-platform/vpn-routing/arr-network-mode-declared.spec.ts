import { all, control, every, that, the } from '#harness'

control(
  'The committed definition ties the three services to Gluetun, and is what runs',
  {
    statement: 'ZF-86',
    impact: 'medium',

    kind: 'configuration',
    standards: ['CM-2', 'CM-6'],
    remedy:
      'Set `network_mode: container:gluetun` and remove `ports` and `networks` in the compose file; commit it, and run `docker compose up -d`.',
  },
  ({ host, lab, need }) => {
    const { host: on } = need('tunnel')
    const TIED = ['sonarr', 'radarr', 'prowlarr']
    const { project, sha256, services } = the(lab.composeFiles, 'compose file', (file) =>
      TIED.every((name) => file.services.some((service) => service.name === name)),
    )
    const { files, hashes } = the(
      host(on).composeDefinitions,
      `definition of ${project}`,
      (one) => one.project === project,
    )

    all(
      () =>
        every(
          services.filter(({ name }) => TIED.includes(name)),
          'is tied to the VPN container, and to nothing else',
          ({ networkMode = '', keys }) =>
            ['container:gluetun', 'service:gluetun'].includes(networkMode) &&
            !keys.some((key) => ['ports', 'networks', 'profiles', 'extends', '<<'].includes(key)),
        ),
      // An override beside it would be read as well.
      () =>
        that(
          files.length === 1 && files[0]?.sha256 === sha256,
          'the file on the machine is the committed one, and the only one',
          { files, committed: sha256 },
        ),
      () =>
        every(
          TIED.map((name) => {
            const made = host(on).workloads.find(
              (one) => one.project === project && one.name === name,
            )
            return { service: name, madeFrom: made?.configHash, defined: hashes[name] }
          }),
          'was made from the definition as it is now',
          ({ madeFrom, defined }) => defined !== undefined && madeFrom === defined,
        ),
    )
  },
)
