import { profile } from '#harness'
import { narrative } from './narrative.ts'
import { notHereStorage } from './not-here-storage.ts'
import { parameters } from './parameters.ts'
import { rulingsOnStorage } from './rulings-on-storage.ts'
import { rulingsOnTheCluster } from './rulings-on-the-cluster.ts'
import { rulingsOnThePlatform } from './rulings-on-the-platform.ts'

export default profile('Talos and GitOps', {
  parameters,
  rulings: [...rulingsOnThePlatform, ...rulingsOnTheCluster, ...rulingsOnStorage],
  narrative,
  planned: {},
  notHere: notHereStorage,
})
