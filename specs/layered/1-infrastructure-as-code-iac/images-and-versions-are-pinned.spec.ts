import { all, control, every, that } from '#harness'

control(
  'Images and providers are pinned, and what runs is what was pinned',
  {
    statement: 'LA-08',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-2', 'CM-7(5)', 'SI-7', 'SR-4', 'CIS-2.1'],
    remedy:
      'Write the image as `name:tag@sha256:…` (`docker buildx imagetools inspect`), track .terraform.lock.hcl, and deploy the stack again.',
  },
  ({ host, hosts, lab, parameter }) => {
    const floating = parameter.words('p.iac.floating_tags')
    const tagOf = (image: string) => /:([^/:@]+)(@|$)/.exec(image)?.[1]
    const digestOf = (image: string) => /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1]
    const running = hosts('compute').flatMap(({ name }) => {
      const { containers, images } = host(name).deployments
      return containers
        .filter(({ isRunning }) => isRunning)
        .map(({ container, image, imageId, compose }) => ({
          host: name,
          container,
          image,
          service: compose?.service,
          digests: images.find(({ id }) => id === imageId)?.digests ?? [],
        }))
    })

    all(
      () =>
        every(
          lab.composeServices.map(({ file, service, image = 'built here' }) => ({
            file,
            service,
            image,
          })),
          'names its image by digest, or by a tag that stays',
          ({ image }) => {
            const tag = tagOf(image)
            const stays = tag !== undefined && !floating.includes(tag) && !/[$]/.test(image)
            return digestOf(image) !== undefined ? !floating.includes(tag ?? '') : stays
          },
        ),
      () =>
        every(running, 'runs the image that its definition pins', ({ service, digests }) =>
          lab.composeServices.some((defined) => {
            const pinned = digestOf(defined.image ?? '')
            return (
              defined.service === service &&
              pinned !== undefined &&
              digests.some((digest) => digest.endsWith(`@${pinned}`))
            )
          }),
        ),
      () =>
        that(
          lab.trackedFiles.some(({ path }) => /(^|\/)\.terraform\.lock\.hcl$/.test(path)) ||
            !lab.trackedFiles.some(({ path }) => path.endsWith('.tf')),
          'providers are pinned by a tracked .terraform.lock.hcl',
          { missing: '.terraform.lock.hcl' },
        ),
    )
  },
)
