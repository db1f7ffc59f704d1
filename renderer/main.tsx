import '@fontsource-variable/inter'
import './ui/tokens.css'
import './ui/base.css'
import './ui/ui.css'
import './app/app.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { startWords } from './app/words'
import { connectStore } from './data/store'

const preferences = await window.shell.preferences()
await startWords(preferences.language)
connectStore()
createRoot(document.getElementById('root')!).render(<App />)
