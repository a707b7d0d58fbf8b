import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The console is served under /console; `dist/web/manifest.json` names its files. Two style sheets keep a fixed name because the server's public
 * pages link them: `public.css` (roles of colour, elements, shared components) and `fonts.css` (the faces, each a small part of Pretendard).
 */
const fixedNames = new Set(['public.css', 'fonts.css'])

export default defineConfig({
  root: 'web',
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    // A data: address needs a wider content policy than ours; every file is a file.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { console: 'web/index.html', public: 'web/src/ui/theme/public.css', fonts: 'web/src/ui/theme/fonts.css' },
      output: {
        assetFileNames: (asset) => (asset.names.some((name) => fixedNames.has(name)) ? '[name][extname]' : 'assets/[name]-[hash][extname]'),
      },
    },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.GUSUL_PORT ?? '4600'}` } },
})
