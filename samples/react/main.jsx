/** The element in React 19: its properties and events stand in the JSX. */
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'briefing-widget/define';

/** `?src=talks.brief` opens that pack; without it, the one in the package is opened. */
const src = new URLSearchParams(location.search).get('src') ?? undefined;

function App() {
  const [shown, setShown] = useState(true);
  const [told, setTold] = useState('');
  return (
    <>
      <p>
        <button onClick={() => setShown(!shown)}>{shown ? 'Hide' : 'Show'} the briefing</button> <output>{told}</output>
      </p>
      {shown && (
        <briefing-widget
          src={src}
          onbriefing-ready={({ detail }) => setTold(`ready: ${detail.info.title}`)}
          onbriefing-search={({ detail }) => setTold(`search: ${detail.query}, ${detail.total} found`)}
          onbriefing-open={({ detail }) => setTold(`open: ${detail.document}`)}
        />
      )}
    </>
  );
}

createRoot(document.getElementById('app')).render(<StrictMode><App /></StrictMode>);
