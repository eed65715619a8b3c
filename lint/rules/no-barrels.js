const message = 'No barrels: import it where it is written.'

export const noBarrels = {
  meta: { type: 'suggestion' },
  create: (context) => ({
    Program(program) {
      const imported = new Set(
        program.body
          .filter((node) => node.type === 'ImportDeclaration')
          .flatMap((node) => node.specifiers.map((specifier) => specifier.local.name)),
      )
      for (const node of program.body) {
        const passesOn =
          node.type === 'ExportAllDeclaration' ||
          (node.type === 'ExportNamedDeclaration' &&
            (node.source || node.specifiers.some((specifier) => imported.has(specifier.local.name))))
        if (passesOn) context.report({ node, message })
      }
    },
  }),
}
