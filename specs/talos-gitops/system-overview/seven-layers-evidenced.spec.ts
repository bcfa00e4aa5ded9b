import { control, every } from '#harness'

control(
  'Each of the seven layers was seen, lately, with something in it',
  {
    statement: 'TG-08',
    impact: 'medium',
    kind: 'documentation',
    strength: 'target',
    standards: ['PL-8', 'SA-5'],
    remedy:
      'Look at why the layer shows nothing: the API, the right of its token, or the layer itself.',
  },
  ({ host, lab, need }) => {
    const homes = need('kubernetes').applications.map(({ namespace }) => namespace)
    // Reading a fact is what proves that it was seen lately: nothing else is believed.
    const layers = [
      {
        layer: 'virtualization',
        seen: () => lab.proxmoxNodes.filter(({ status }) => status === 'online').length,
      },
      {
        layer: 'infrastructure',
        seen: () => host(need('tofu').host).tofuRoots.flatMap(({ resources }) => resources).length,
      },
      { layer: 'security', seen: () => lab.vaultLogins.length },
      { layer: 'storage', seen: () => lab.kubeVolumes.items.length },
      { layer: 'kubernetes', seen: () => lab.kubeNodes.items.length },
      { layer: 'orchestration', seen: () => lab.argocdApplications.items.length },
      {
        layer: 'application',
        seen: () => lab.kubePods.items.filter(({ namespace }) => homes.includes(namespace)).length,
      },
    ]

    every(layers, 'has something in it', ({ seen }) => seen() > 0)
  },
)
