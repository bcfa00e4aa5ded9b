import { all, control, every } from '#harness'

control(
  'Every container was made by Compose or Kubernetes from a definition that is tracked',
  {
    statement: 'LA-03',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-2', 'CM-3', 'CM-8', 'CIS-4.1'],
    remedy:
      'Write the container into a compose.yaml of the repository, deploy that, and remove what was started by hand: `docker rm -f NAME`.',
  },
  ({ host, hosts, lab, need }) => {
    const { deployed } = need('iac')
    const running = hosts('compute').flatMap(({ name }) =>
      host(name)
        .deployments.containers.filter(({ isRunning }) => isRunning)
        .map((it) => ({ host: name, ...it })),
    )
    const shaOf = (on: string, path: string) =>
      host(on).deployedFiles.find((file) => file.path === path)?.sha256
    const isTracked = (on: string, path: string) =>
      deployed.some(
        (file) =>
          file.host === on &&
          file.path === path &&
          shaOf(on, path) !== undefined &&
          lab.trackedFiles.some(
            (tracked) => tracked.path === file.source && tracked.sha256 === shaOf(on, path),
          ),
      )

    all(
      () =>
        every(
          running.map(({ host: on, container, compose, pod }) => ({
            host: on,
            container,
            files: compose?.files ?? [],
            pod,
          })),
          'comes from files that are tracked as they are',
          ({ host: on, files, pod }) =>
            pod !== undefined || (files.length > 0 && files.every((path) => isTracked(on, path))),
        ),
      // Labels are of the day it was made: the definition may have changed since.
      () =>
        every(
          running
            .filter(({ pod }) => pod === undefined)
            .map(({ host: on, container, compose }) => ({ host: on, container, compose })),
          'is what its definition says today',
          ({ host: on, compose }) =>
            compose !== undefined &&
            !compose.isOneOff &&
            host(on).composeHashes.some(
              ({ file, service, hash }) =>
                compose.files.includes(file) &&
                service === compose.service &&
                hash === compose.hash,
            ),
        ),
    )
  },
)
