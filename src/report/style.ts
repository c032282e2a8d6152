import { FONT, INK, LINE, PALETTE, PANEL_WIDTH, QUIET, TYPE } from './theme.js';

const [ACCENT] = PALETTE;

/**
 * The page's style sheet: screen, phone and paper. No picture is scaled: panels wrap to the width there is. What scrolls has a
 * shadow at the side on which more is out of sight: white ends travel with its content and cover the shadow where there is no more.
 */
export const STYLE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:0 24px 48px;max-width:1132px;background:#fff;color:${INK};font:${TYPE.body}px/1.5 ${FONT};overflow-wrap:break-word}
h1{font-size:${TYPE.title}px;line-height:1.2;margin:4px 0 8px}
h2{font-size:28px;line-height:1.25;margin:56px 0 12px;padding-top:12px;border-top:4px solid ${ACCENT}}
h3{font-size:${TYPE.heading}px;line-height:1.3;margin:32px 0 8px}
h4{font-size:18px;line-height:1.3;margin:24px 0 8px}
p,ul,dl{margin:0 0 12px}
p,li,dd{max-width:46em}
ul{padding-left:22px}
a{color:${ACCENT}}
a:focus,summary:focus,.scroll:focus{outline:3px solid ${ACCENT};outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{position:static}
header{padding-top:24px}
.brand,.comparison,.setting,.formal,figcaption,.same,.left-out,footer{color:${QUIET}}
.brand{font-weight:bold;margin:0;color:${ACCENT}}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 20px}
nav a{display:inline-block;padding:4px 0}
.banner{border:4px solid #801650;padding:4px 16px;margin:16px 0}
.banner details{margin:0}
.banner summary{color:#801650}
.headline{border:3px solid ${ACCENT};padding:8px 24px 12px;margin:16px 0 0}
.headline h2{border:0;margin:8px 0;padding:0}
.lead{font-size:19px;line-height:1.4}
.lead p,.lead li{max-width:none}
.lead li{margin-bottom:6px;font-weight:bold}
.setting{font-size:15px}
.answers{margin-top:24px;display:grid;grid-template-columns:repeat(auto-fit,minmax(290px,1fr));gap:0 28px}
.answer{border-top:2px solid ${LINE}}
.answer h3{margin:12px 0 8px;font-size:20px}
.answer dl{margin:0 0 12px}
dt{font-weight:bold;margin-top:10px}
dd{margin:2px 0 4px}
.caveats{font-size:16px}
figure{margin:0 0 40px}
.formal,figcaption,.key{font-size:15px}
figcaption p{margin:0 0 4px;max-width:60em}
.key{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 24px}
.key svg{vertical-align:middle;margin-right:4px}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,${PANEL_WIDTH}px),1fr));gap:20px 24px;margin:12px 0;align-items:start}
.panel{min-width:0;break-inside:avoid}
.panel-title{font-weight:bold;font-size:16px;line-height:1.3;margin:0 0 4px;padding-left:10px}
.panel-note{font-size:14px;color:${QUIET};margin:0 0 4px;padding-left:10px}
.panel svg{display:block;max-width:none}
details{margin:8px 0 16px}
summary{cursor:pointer;color:${ACCENT};padding:6px 0;font-size:16px}
details.inline{display:inline;margin:0}
details.inline summary{padding:0;text-decoration:underline;display:inline}
.scroll{overflow-x:auto;max-width:100%;background:linear-gradient(90deg,#fff 45%,#fff0) 0 0/48px 100% no-repeat local,linear-gradient(270deg,#fff 45%,#fff0) 100% 0/48px 100% no-repeat local,linear-gradient(90deg,#0b0c0c73,#0b0c0c00) 0 0/16px 100% no-repeat scroll,linear-gradient(270deg,#0b0c0c73,#0b0c0c00) 100% 0/16px 100% no-repeat scroll}
.twin .scroll{max-height:520px;overflow:auto}
table{border-collapse:collapse;font-size:15px;line-height:1.35;font-variant-numeric:tabular-nums}
.table-title{color:${QUIET};font-size:15px;margin:8px 0 4px}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.wide{min-width:18em}
th,td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid ${LINE};min-width:84px;max-width:26em;overflow-wrap:break-word}
thead th{border-bottom:2px solid ${INK};vertical-align:bottom}
tbody th{font-weight:normal}
.group{font-weight:bold;padding-top:16px}
.interval{font-size:14px}
.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal}
.hashes{overflow-wrap:anywhere}
footer{border-top:1px solid ${LINE};margin-top:48px;padding-top:12px;font-size:15px}
@media (max-width:600px){
body{padding:0 16px 32px;font-size:16px}
h1{font-size:26px}h2{font-size:24px;margin-top:40px}h3{font-size:19px}
.headline{padding:4px 14px 8px;margin-left:-6px;margin-right:-6px}
.lead{font-size:18px}
.panels{gap:16px 0}
header{padding-top:12px}
nav ul{flex-wrap:nowrap;overflow-x:auto;white-space:nowrap;margin:0 0 8px}
.banner{margin:8px 0;padding:0 12px}
}
@media (max-width:380px){.panel{overflow-x:auto}}
@media print{
@page{size:A4;margin:14mm}
body{font-size:10.5pt;max-width:none;padding:0}
.lead{font-size:12pt}
.headline{box-decoration-break:clone;-webkit-box-decoration-break:clone}
nav,.skip,details.twin,details.inputs:not([open]){display:none}
h2,h3,h4,.formal,.finding,.panel-title{break-after:avoid}
.formal,.finding{break-inside:avoid}
figure{break-inside:auto}
.panels{grid-template-columns:${PANEL_WIDTH}px ${PANEL_WIDTH}px;gap:12px 0}
.scroll,.twin .scroll{overflow:visible;max-height:none;background:none}
table{font-size:9pt}
.number{white-space:normal}
a{color:inherit;text-decoration:none}
}
`;
