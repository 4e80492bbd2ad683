(function(){
var d=document,b=d.body,D=b.dataset,f=d.querySelector('form[data-mark]'),K=f&&f.dataset.mark,L=null,busy=0,pause=500;
try{L=window.localStorage;L.setItem('t','1')}catch(e){L=null}
function get(k){return L?L.getItem(k):null}
function put(k,v){try{if(L)L.setItem(k,v)}catch(e){}}
function del(k){if(L)L.removeItem(k)}
function el(i){return d.getElementById(i)}
function say(t){var n=el('net');if(n){n.textContent=t;n.hidden=!t}}
var start=+D.now,mine=Date.now();
function now(){return start+Math.max(0,Date.now()-mine)}
function waiting(){try{return JSON.parse(get('p')||'{}')}catch(e){return{}}}
function prune(n){var p=waiting(),i,k;for(i=L?L.length-1:-1;i>=0;i--){k=L.key(i);
 if(/^[fls][0-9a-f]{12}\.\d\./.test(k)&&!p[k.slice(1)]&&n.indexOf(k.slice(1,16))<0)L.removeItem(k)}}
function body(skip){var o=[],i,e;for(i=0;i<f.elements.length;i++){e=f.elements[i];
 if(!e.name||e.type==='submit'||e.type==='button'||(skip&&e.type==='hidden'))continue;
 if((e.type==='checkbox'||e.type==='radio')&&!e.checked)continue;
 o.push(encodeURIComponent(e.name)+'='+encodeURIComponent(e.value))}return o.join('&')}
function fill(s){var c={},p=s.split('&'),i,q,e;for(i=0;i<p.length;i++){q=p[i].split('=');
 (c[decodeURIComponent(q[0])]=c[decodeURIComponent(q[0])]||[]).push(decodeURIComponent(q[1]||''))}
 for(i=0;i<f.elements.length;i++){e=f.elements[i];if(!e.name||e.type==='hidden'||e.type==='submit')continue;
 q=c[e.name]||[];if(e.type==='checkbox'||e.type==='radio')e.checked=q.indexOf(e.value)>=0;else e.value=q.length?q.shift():''}}
function flush(){var p=waiting(),k;for(k in p){send(k,p[k]);return}say('')}
function done(k,o){var p=waiting();pause=500;if(p[k]&&p[k].s===o.s){delete p[k];put('p',JSON.stringify(p))}}
function send(k,o){if(busy)return;busy=1;var x=new XMLHttpRequest();x.open('POST',o.u);
 x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');x.setRequestHeader('Accept','application/json');
 x.timeout=15000;x.onload=function(){busy=0;var r,z=x.status;try{r=JSON.parse(x.responseText)}catch(e){}r=r||{};
 if(z===200&&r.receipt){done(k,o);del('f'+k);put('l'+k,o.f||'');if(K===k)location.replace(o.u+'/done');else flush()}
 else if(z>=400&&z<500&&z!==408&&z!==429&&r.error){done(k,o);
  if(z===410){del('f'+k);del('l'+k)}
  if(K===k&&z!==410)fail(r.error);else late(r.error);flush()}
 else later()};
 x.onerror=x.ontimeout=function(){busy=0;later()};x.send(o.b)}
function later(){say(D.waiting);setTimeout(flush,pause+Math.random()*pause);pause=Math.min(pause*2,3000)}
function fail(t){var n=el('error');if(n&&t){n.textContent=t;n.hidden=false;n.focus()}}
function late(t){var m=get('m')||'';if(m.indexOf(t)<0)put('m',m?m+'\n'+t:t);told()}
function told(){var m=get('m'),n=el('late'),t;if(!m)return;
 if(!n){n=d.createElement('div');n.id='late';n.className='box bad';n.setAttribute('role','alert');
  n.appendChild(d.createElement('p'));t=d.createElement('button');t.type='button';t.className='less';t.textContent=D.read;
  t.onclick=function(){del('m');n.parentNode.removeChild(n)};n.appendChild(t);t=el('net');t.parentNode.insertBefore(n,t)}
 n.firstChild.textContent=m}
if(D.v)prune(D.v);
if(f){
 var draft=get('f'+K),clicked=null;if(draft===null)draft=get('l'+K);if(draft&&!f.dataset.kept)fill(draft);
 f.addEventListener('click',function(e){var t=e.target;if(t.type==='submit')clicked=t});
 f.addEventListener('submit',function(e){if(!L)return;e.preventDefault();
  var s=now(),p=waiting(),last=+get('s'+K)||0,o;if(s<=last)s=last+1;put('s'+K,s);
  o={u:f.getAttribute('action'),s:s,f:body(1),b:body()+(clicked&&clicked.name?'&'+clicked.name+'='+clicked.value:'')+'&seq='+s};
  clicked=null;p[K]=o;put('p',JSON.stringify(p));say(D.sending);flush()});
 var save=function(){put('f'+K,body(1));count()};
 f.addEventListener('change',save);f.addEventListener('input',save);
 var sum=f.querySelector('.sum');
 var count=function(){if(!sum)return;var n=+sum.dataset.total,i,e;for(i=0;i<f.elements.length;i++){e=f.elements[i];
  if(e.type==='number')n-=+e.value||0;else if(e.type==='checkbox'&&e.checked)n--}
  sum.textContent=sum.dataset[n<0?'over':'left'].replace('{count}',Math.abs(n));sum.className=n<0?'sum box bad':'sum box';sum.hidden=false};
 var order=f.querySelector('.order');if(order)tap(order);count()}
function tap(o){var r=[].slice.call(o.querySelectorAll('[data-r]')),list=[],again=f.querySelector('.again');
 f.querySelector('.hint').hidden=false;o.querySelector('legend').hidden=true;
 r.forEach(function(row){var s=row.querySelector('select'),t=d.createElement('button'),n=d.createElement('b'),w=row.querySelector('span').cloneNode(true),i=w.querySelector('.note');
  row.said=w.firstChild.nodeValue+(i?', '+i.textContent:'');
  t.type='button';t.className='row tap';n.setAttribute('aria-hidden','true');t.appendChild(n);t.appendChild(w);
  row.hidden=true;row.parentNode.insertBefore(t,row);row.tap=t;row.sel=s;
  t.onclick=function(){var a=list.indexOf(row);if(a<0)list.push(row);else list.splice(a,1);draw();save()}});
 list=r.filter(function(x){return x.sel.value}).sort(function(x,y){return x.sel.value-y.sel.value});
 function draw(){r.forEach(function(x){var a=list.indexOf(x)+1;x.sel.value=a||'';x.tap.firstChild.textContent=a||'';
  x.tap.setAttribute('aria-pressed',a?'true':'false');
  x.tap.setAttribute('aria-label',(a?o.dataset.place:o.dataset.none).replace('{place}',a).replace('{item}',x.said))});
  again.hidden=!list.length}
 again.onclick=function(){list=[];draw();save()};draw()}
var v=D.v,es=null,heard=0,polls=0,fails=0;
function go(){setTimeout(function(){location.replace('/')},Math.random()*300)}
function news(n){if(!/^(none|[0-9a-f.-]+)$/.test(n))return 0;heard=Date.now();fails=0;if(n===v)return 1;var was=v;v=n;prune(n);
 if(D.page==='ballot'){if(n.indexOf(D.mark)<0)go();else if(marks(n)!==marks(was)){var x=el('more');if(x)x.hidden=false}else go()}
 else if(D.page!=='remote')go();return 1}
function marks(s){return s.replace(/\.\d{10}/g,'')}
function poll(){if(polls)return;polls=1;ask()}
function ask(){var x=new XMLHttpRequest();x.open('GET','/state');x.timeout=8000;
 x.onload=function(){if(x.status===200&&news(x.responseText))flush();next()};x.onerror=x.ontimeout=next;x.send()}
function next(){setTimeout(ask,2000+Math.random()*1000)}
function live(){if(polls)return;if(!window.EventSource){poll();return}
 es=new EventSource('/live');var mine=es;
 es.onmessage=function(e){if(news(e.data))flush()};
 es.onerror=function(){if(mine.readyState===2&&es===mine){es=null;if(++fails>2)poll();else setTimeout(live,500+Math.random()*1500)}};
 setTimeout(function(){if(es===mine&&!heard){mine.close();es=null;poll()}},6000)}
told();
if(D.page&&D.page!=='remote'){live();
 setInterval(function(){if(es&&heard&&Date.now()-heard>40000){heard=Date.now();es.close();es=null;live()}},10000);
 d.addEventListener('visibilitychange',function(){if(!d.hidden){flush();if(es&&es.readyState===2){es=null;live()}}});
 window.addEventListener('online',flush);flush()}
var c=el('clock');if(c)setInterval(function(){var s=Math.max(0,Math.round(+c.dataset.ends-now()/1000)),m=s%60;c.textContent=Math.floor(s/60)+':'+(m<10?'0':'')+m},500);
})()
