import { all, control, every, none, the } from '#harness'

control(
  'No image in use is old',
  {
    statement: 'LA-21',
    impact: 'medium',
    kind: 'configuration',
    standards: ['SI-2', 'RA-5', 'SR-3', 'CIS-7.4'],
    remedy: 'Pin a newer tag and digest in the Compose file, and deploy it.',
  },
  ({ isRecent, host, hosts, parameter }) => {
    const longest = parameter.seconds('p.images.max_age')
    const inUse = hosts('compute').flatMap(({ name: on }) => {
      const { containers, images } = host(on).deployments
      return containers.map(({ container, image, imageId }) => ({
        host: on,
        container,
        image,
        createdAt: the(images, `image of ${container}`, ({ id }) => id === imageId).createdAt,
      }))
    })
    // Builds that can be repeated date their images to the beginning of time: then the age is not known.
    const undated = inUse.filter(({ createdAt }) => !/^20[1-9]/.test(createdAt))
    const because = `the image of ${undated[0]?.container} has no date of its own`

    all(
      () =>
        every(
          inUse.filter(({ createdAt }) => /^20[1-9]/.test(createdAt)),
          `was built in the last ${parameter.text('p.images.max_age')}`,
          ({ createdAt }) => isRecent(createdAt, longest),
        ),
      () => none({ items: [], complete: undated.length === 0, because }, 'is old', () => true),
    )
  },
)
