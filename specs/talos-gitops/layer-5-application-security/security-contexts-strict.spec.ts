import { control, every } from '#harness'

control(
  'Each container of an application runs without root, without more rights to gain, and behind seccomp',
  {
    statement: 'TG-201',
    impact: 'high',
    kind: 'configuration',
    standards: ['AC-6', 'CM-7'],
    remedy:
      'Set runAsNonRoot, `allowPrivilegeEscalation: false`, `capabilities: { drop: [ALL] }` and `seccompProfile: { type: RuntimeDefault }` in the manifests.',
  },
  ({ lab, need }) => {
    const namespaces = need('kubernetes').applications.map(({ namespace }) => namespace)
    const { items, ...look } = lab.kubePods
    const containers = items
      .filter(({ namespace }) => namespaces.includes(namespace))
      .flatMap((pod) => pod.containers.map((container) => ({ pod, container })))
    every(
      {
        ...look,
        items: containers.map(({ container: { name, security }, pod }) => ({
          pod: `${pod.namespace}/${pod.name}`,
          container: name,
          // What a container says outweighs what its pod says.
          runsAsNonRoot: security.runsAsNonRoot ?? pod.runsAsNonRoot,
          runsAsUser: security.runsAsUser ?? pod.runsAsUser,
          seccomp: security.seccomp ?? pod.seccomp,
          isPrivileged: security.isPrivileged,
          allowsEscalation: security.allowsEscalation,
          dropped: security.capDrop,
          added: security.capAdd,
        })),
      },
      'is confined',
      ({ added, allowsEscalation, dropped, isPrivileged, runsAsNonRoot, runsAsUser, seccomp }) =>
        (runsAsUser === undefined ? runsAsNonRoot === true : runsAsUser > 0) &&
        allowsEscalation === false &&
        !isPrivileged &&
        dropped.includes('ALL') &&
        added.every((one) => one === 'NET_BIND_SERVICE') &&
        (seccomp === 'RuntimeDefault' || seccomp === 'Localhost'),
    )
  },
)
