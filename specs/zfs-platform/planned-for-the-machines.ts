/** Controls still to be written about the virtual machines and what runs in them. */
export const plannedForTheMachines: Readonly<Record<string, string>> = {
  'games-wings-connected-to-panel': 'ZF-94',
  'games-server-is-joinable': 'ZF-95',
  'games-can-scale': 'ZF-96',
  'dev-vm-hosts-no-production': 'ZF-100',
  'dev-vm-is-used-for-ci': 'ZF-102',
  'dev-vm-is-usable': 'ZF-101',
  'dev-vm-loss-is-harmless': 'ZF-99',
  'prometheus-runs': 'ZF-103',
  'grafana-runs': 'ZF-104',
  'vm-resources-are-tracked': 'ZF-106',
  'container-metrics-exist': 'ZF-107',
  'network-is-observed': 'ZF-108',
  'metrics-are-kept-long-term': 'ZF-109',
  'monitoring-data-on-its-dataset': 'ZF-105',
  'games-state-is-persistent-on-zfs': 'ZF-14',
}
