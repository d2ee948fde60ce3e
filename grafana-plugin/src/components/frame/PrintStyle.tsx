import React from 'react';

const ONLY_THE_PAGE = `
@page { size: A4; margin: 12mm; }
@media print {
  body:has(> .ai-finops-print) > :not(.ai-finops-print) { display: none !important; }
  body, html { height: auto !important; background: white !important; }
  nav { display: none !important; }
}`;

/** On paper: a page that has a brief of its own prints that, and nothing of Grafana around it. */
export const PrintStyle = () => <style>{ONLY_THE_PAGE}</style>;
