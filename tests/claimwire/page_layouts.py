# ruff: noqa: E501 - lines of markup are as long as in the pages
"""Pages as common systems make them, in our own words: an invented vote in the furniture of each, with what a reader must find.

Each function gives one page. The article is the same everywhere (``TITLE``, ``BODY``,
by ``AUTHOR`` on ``DAY``), so what differs is the page around it.
"""

from __future__ import annotations

import json
from collections.abc import Callable

TITLE = "Regional assembly backs the harbour fund after a long night"
SUBTITLE = "Members from both islands crossed the floor in the last hour of the sitting"
AUTHOR = "Ines Calder"
DAY = "2025-03-12"
BODY = (
    "The regional assembly on Tuesday adopted the resolution on the harbour fund with 61 votes in favour, 17 against and 9 abstentions.",
    "“We have talked about these walls for eleven years,” the fund's sponsor, Edda Marsh, told members before the vote was called.",
    "How they voted",
    "Members of the two island lists voted in favour, while the Farmers' Union voted against and asked for a second reading.",
    "The clerk said that three members who were at sea had their votes recorded by telephone.",
    "Another vote, on the size of the fund, is expected in the spring session, when the accounts of the last year are known.",
)
HEADING = BODY[2]
PAGES: dict[str, Callable[[], str]] = {}


def page(function: Callable[[], str]) -> Callable[[], str]:
    PAGES[function.__name__.replace("_", " ")] = function
    return function


def paragraphs(*between: str, heading: str = "h2", tag: str = "p", attributes: str = "") -> str:
    """The body, with one of ``between`` after each paragraph for as long as there are any."""
    furniture = iter(between)
    return "\n".join(
        (f"<{heading}>{words}</{heading}>" if words == HEADING else f"<{tag}{attributes}>{words}</{tag}>") + next(furniture, "")
        for words in BODY
    )


def json_ld(kind: str = "NewsArticle", **more: object) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": TITLE,
        "datePublished": f"{DAY}T21:40:00+00:00",
        "dateModified": "2025-03-13T07:15:00+00:00",
        "author": [{"@type": "Person", "name": AUTHOR}],
        "publisher": {"@type": "Organization", "name": "Harbour Post"},
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


MENU = "".join(f"<li><a href='/{word.lower()}'>{word}</a></li>" for word in ("Home", "Politics", "Islands", "Business", "Sport", "Weather"))
CARDS = "".join(
    f"<article class='card'><a href='/{n}'><h3>{words}</h3></a><p>{words}, the harbour master has told the board.</p></article>"
    for n, words in enumerate(("Ferry timetable changes from Monday", "Lighthouse keeper retires after forty years", "Fish prices fall"))
)
LEGAL = (
    "<footer><p>© 2025 Harbour Post Ltd. All rights reserved. Registered office: 4 Quay Street.</p><a href=/terms>Terms of use</a></footer>"
)


@page
def wordpress_classic_theme() -> str:
    return f"""<!DOCTYPE html><html lang="en-GB"><head><title>{TITLE} – Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="{DAY}T21:40:00+00:00"></head>
<body class="post-template-default single single-post postid-991 single-format-standard">
<header id="masthead" class="site-header"><p class="site-title"><a href="/">Harbour Post</a></p><nav id="site-navigation"><ul>{MENU}</ul></nav></header>
<div id="content"><main id="main" class="site-main"><article id="post-991" class="post-991 post type-post category-politics">
<header class="entry-header"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on">Posted on
<a href="/x" rel="bookmark"><time class="entry-date published" datetime="{DAY}T21:40:00+00:00">March 12, 2025</time></a></span>
<span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/ines">{AUTHOR}</a></span></span></div></header>
<div class="entry-content">{paragraphs()}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a>Twitter</a></li><li><a>Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p>Ferry timetable changes from Monday. In "Islands"</p></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a>Politics</a></span><span class="tags-links">Tagged <a>harbour</a>, <a>fund</a></span></footer>
</article><nav class="navigation post-navigation"><h2 class="screen-reader-text">Post navigation</h2><a rel="prev">Previous Post: Fish prices fall</a></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “{TITLE}”</h2><ol class="comment-list"><li class="comment"><b class="fn">gull</b> says:
<div class="comment-content"><p>I was in the gallery that night and not one of them looked awake when the vote was finally called at two.</p></div></li></ol>
<div id="respond" class="comment-respond"><h3>Leave a Reply</h3><form><p>Your email address will not be published. Required fields are marked *</p></form></div></div>
</main></div><aside id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2><ul>{MENU}</ul></section></aside>{LEGAL}</body></html>"""


@page
def wordpress_block_theme() -> str:
    signup = "<div class='wp-block-group newsletter'><p>Sign up for our evening newsletter and never miss a vote in the assembly.</p></div>"
    quote = "<figure class='wp-block-pullquote'><blockquote><p>We have talked about these walls for eleven years</p></blockquote></figure>"
    return f"""<html lang=en><head><title>{TITLE} | Harbour Post</title>{json_ld()}</head><body class="wp-singular post-template-default">
<div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href=/>Harbour Post</a></p><nav class="wp-block-navigation"><ul>{MENU}</ul></nav></header>
<main class="wp-block-group"><h1 class="wp-block-post-title">{TITLE}</h1><div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">{SUBTITLE}</p></div>
<div class="wp-block-group is-layout-flex"><div class="wp-block-post-author-name">{AUTHOR}</div><div class="wp-block-post-date"><time datetime="{DAY}T21:40:00+00:00">March 12, 2025</time></div></div>
<figure class="wp-block-post-featured-image"><img src=a.jpg alt=""><figcaption>The chamber shortly before midnight. Photo: Harbour Post</figcaption></figure>
<div class="entry-content wp-block-post-content">{paragraphs(signup, quote, attributes=" class='wp-block-paragraph'")}</div>
<div class="wp-block-post-terms">Tags: <a>harbour</a>, <a>fund</a></div></main>
<div class="wp-block-query"><h2>More posts</h2><ul class="wp-block-post-template"><li>{CARDS}</li></ul></div>{LEGAL}</div></body></html>"""


@page
def wordpress_magazine_theme() -> str:
    ad = "<div class='td-a-rec td-a-rec-id-content_inline'><span class='td-adspot-title'>- Advertisement -</span></div>"
    return f"""<html lang=en-US><head><title>{TITLE} - Harbour Post</title><meta name="author" content="{AUTHOR}">
<meta property="article:published_time" content="{DAY}T21:40:00+00:00"></head><body class="td-standard-pack single">
<div class="td-header-menu-wrap"><ul class="sf-menu">{MENU}</ul></div><div class="td-main-content-wrap"><div class="td-crumb-container"><span>Home</span> <span>Politics</span> <span>{TITLE}</span></div>
<article class="post td-post-template-default"><div class="td-post-header"><ul class="td-category"><li>Politics</li></ul><header class="td-post-title"><h1 class="entry-title">{TITLE}</h1>
<div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">By</div> <a>{AUTHOR}</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time datetime="{DAY}T21:40:00+00:00">March 12, 2025</time></span><div class="td-post-views"><i></i><span>431</span></div></div></header></div>
<div class="td-post-sharing">Share <a>Facebook</a><a>Twitter</a></div><div class="td-post-content tagdiv-type">{paragraphs(ad, ad, heading="h3")}</div>
<footer><div class="td-post-next-prev"><div class="td-post-prev-post"><span>Previous article</span><a>Fish prices fall</a></div></div>
<div class="td-author-name vcard author"><a>{AUTHOR}</a></div><div class="td-author-description">{AUTHOR} writes about the islands and has been with the Harbour Post since it was founded.</div></footer></article>
<div class="td_block_related_posts"><h4>RELATED ARTICLES</h4>{CARDS}</div></div>{LEGAL}</body></html>"""


@page
def elementor() -> str:
    return f"""<html lang=en><head><title>{TITLE} – Harbour Post</title><meta property="article:published_time" content="{DAY}T21:40:00+00:00"></head><body class="elementor-page">
<div data-elementor-type="header" class="elementor elementor-location-header"><ul class="elementor-nav-menu">{MENU}</ul></div>
<div data-elementor-type="single-post" class="elementor elementor-location-single"><section class="elementor-section"><div class="elementor-widget-theme-post-title"><h1 class="elementor-heading-title">{TITLE}</h1></div>
<div class="elementor-widget-post-info"><ul class="elementor-post-info"><li itemprop="author"><span class="elementor-post-info__item--type-author">{AUTHOR}</span></li><li><time>March 12, 2025</time></li><li>No Comments</li></ul></div>
<div class="elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">{paragraphs()}</div></div>
<div class="elementor-widget-share-buttons"><div>Share:</div><div>Facebook</div></div><div class="elementor-widget-posts"><h2>More to read</h2>{CARDS}</div></section></div>
<div data-elementor-type="footer"><p>Harbour Post is an independent paper owned by its readers and printed on the islands.</p></div></body></html>"""


@page
def arc() -> str:
    link = "<p class='c-paragraph interstitial-link'><b>[</b><a href='/fish'>Fish prices fall for a third week</a><b>]</b></p>"
    return f"""<html lang=en><head><title>{TITLE} - Harbour Post</title>{json_ld()}<meta property="og:title" content="{TITLE}"></head><body><div id="fusion-app"><div class="b-header-nav-chain"><nav>{MENU}</nav></div>
<section class="b-it-section"><div class="b-overline"><a>Politics</a></div><h1 class="b-headline"><span>{TITLE}</span></h1><h2 class="b-subheadline">{SUBTITLE}</h2>
<div class="b-byline"><span class="b-byline__by">By</span> <a>{AUTHOR}</a></div><time class="b-date" datetime="{DAY}T21:40:00Z">March 12, 2025 at 9:40 p.m.</time>
<figure class="b-lead-art"><img src=x.jpg><figcaption class="b-lead-art__caption">Edda Marsh leaves the chamber. (Ola Reed for the Harbour Post)</figcaption></figure>
<article class="b-article-body">{paragraphs(link, "<div class='b-ads-block'>Advertisement</div>", attributes=" class='c-paragraph'")}</article>
<section class="b-author-bio"><p>{AUTHOR} covers the regional assembly. She joined the paper in 2017 after five years on the islands' radio.</p></section>
<div class="b-results-list"><h2>Most read</h2>{CARDS}</div></section>{LEGAL}</div></body></html>"""


@page
def drupal() -> str:
    return f"""<html lang="en" dir="ltr"><head><title>{TITLE} | Harbour Post</title></head><body class="path-node page-node-type-article">
<a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a><div class="region region-primary-menu"><nav role="navigation"><ul class="menu">{MENU}</ul></nav></div>
<main role="main"><div class="region region-breadcrumb"><nav aria-labelledby="system-breadcrumb"><ol><li>Home</li><li>News</li></ol></nav></div>
<div id="block-page-title"><h1 class="page-header"><span class="field field--name-title">{TITLE}</span></h1></div>
<article role="article" class="node node--type-article node--view-mode-full"><footer class="node__meta"><div class="node__submitted">Submitted by <span class="field field--name-uid"><span lang="">{AUTHOR}</span></span> on <span class="field field--name-created">12 March 2025</span></div></footer>
<div class="node__content"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item">{paragraphs()}</div>
<div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__item"><a>harbour</a></div></div>
<ul class="links inline"><li><a>Log in</a> or <a>register</a> to post comments</li></ul></div></article></main>
<aside class="region-sidebar-second"><h2>Latest news</h2><ul>{MENU}</ul></aside>{LEGAL}</body></html>"""


@page
def ghost() -> str:
    card = "<div class='kg-card kg-signup-card'><h2>Harbour Post by mail</h2><p>Subscribe to get the assembly's votes in your inbox every week.</p></div>"
    return f"""<html lang=en><head><title>{TITLE}</title>{json_ld("Article")}</head><body class="post-template tag-politics"><div class="gh-viewport"><header id="gh-navigation"><nav><ul class=nav>{MENU}</ul></nav><div class="gh-navigation-actions"><a>Sign in</a><a>Subscribe</a></div></header>
<main class="gh-main"><article class="gh-article post"><header class="gh-article-header"><a class="gh-article-tag">Politics</a><h1 class="gh-article-title">{TITLE}</h1><p class="gh-article-excerpt">{SUBTITLE}</p>
<div class="gh-article-meta"><div class="gh-article-author-name"><a>{AUTHOR}</a></div><div class="gh-article-meta-content"><time class="gh-article-meta-date" datetime="{DAY}">12 Mar 2025</time><span class="gh-article-meta-length">— 3 min read</span></div></div></header>
<section class="gh-content gh-canvas">{paragraphs("", card)}</section></article>
<div class="gh-comments"><h2>Member discussion</h2><p>Become a member of the Harbour Post to join the conversation under this article.</p></div></main>
<section class="gh-container is-grid"><h2>Read more</h2>{CARDS}</section>{LEGAL}</div></body></html>"""


@page
def substack() -> str:
    widget = "<div class='subscription-widget-wrap'><div class='preamble'><p>The Harbour Letter is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form><button>Subscribe</button></form></div>"
    return f"""<html lang=en><head><title>{TITLE} - by {AUTHOR}</title>{json_ld(publisher={"@type": "Organization", "name": "The Harbour Letter"})}</head><body><div class="main-menu"><div class="topbar"><a>The Harbour Letter</a><button>Subscribe</button><button>Sign in</button></div></div>
<div class="single-post-container"><div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{TITLE}</h1><h3 class="subtitle">{SUBTITLE}</h3>
<div class="byline-wrapper"><div><a href="/@ines">{AUTHOR}</a></div><div class="pencraft">Mar 12, 2025</div></div><div class="post-ufi"><button><div>31</div></button><button>4</button><button>Share</button></div></div>
<div class="available-content"><div dir="auto" class="body markup">{paragraphs("", widget, heading="h3")}</div></div>
<div class="post-footer"><p>Thanks for reading The Harbour Letter! This post is public so feel free to share it.</p></div></article>
<div class="comments-section"><h4>Discussion about this post</h4><div class="comment"><div class="comment-body"><p>Brilliant piece as ever, I had no idea that they could vote by telephone from a trawler.</p></div></div></div></div></div></body></html>"""


@page
def medium() -> str:
    return f"""<html lang=en><head><title>{TITLE} | by {AUTHOR} | Harbour Notes | Mar, 2025 | Medium</title><meta name="author" content="{AUTHOR}"><meta property="og:site_name" content="Medium">
<meta property="article:published_time" content="{DAY}T21:40:00.000Z"></head><body><div id=root><div class="ab cb"><a>Open in app</a><a>Sign up</a><a>Sign in</a></div><article><div class="l"><section><div><h1 class="pw-post-title hx hy">{TITLE}</h1><h2 class="pw-subtitle-paragraph">{SUBTITLE}</h2>
<div class="speechify-ignore"><a data-testid="authorName">{AUTHOR}</a><span>·</span><button>Follow</button><span data-testid="storyReadTime">3 min read</span><span>·</span><span data-testid="storyPublishDate">Mar 12, 2025</span></div>
<div><button>--</button><button>2</button><button>Listen</button><button>Share</button></div>{paragraphs(attributes=" class='pw-post-body-paragraph nf ng'")}</div></section></div></article>
<footer><div><a>Harbour</a><a>Politics</a></div><h2>Written by {AUTHOR}</h2><p>214 Followers · Writes about assemblies and the sea, mostly in this order.</p><h2>Responses (2)</h2></footer>
<div><h2>Recommended from Medium</h2>{CARDS}</div></div></body></html>"""


@page
def blogger() -> str:
    body = "<br /><br />\n".join(f"<b>{words}</b>" if words == HEADING else words for words in BODY)
    return f"""<html lang=en><head><title>Harbour Notes: {TITLE}</title></head><body class="loading"><div class="header-inner"><h1 class="title"><a href="/">Harbour Notes</a></h1><p class="description">An islander's notes about the assembly</p></div>
<div class="main-outer"><div class="column-center-inner"><h2 class="date-header"><span>Wednesday, March 12, 2025</span></h2><div class="post hentry"><h3 class="post-title entry-title">{TITLE}</h3><div class="post-body entry-content">{body}<div style="clear: both;"></div></div>
<div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">{AUTHOR}</span></span> <span class="post-timestamp">at <a><abbr class="published" title="{DAY}T21:40:00Z">9:40 PM</abbr></a></span><div class="post-share-buttons"><a>Email This</a><a>BlogThis!</a></div><span class="post-labels">Labels: <a>harbour</a></span></div></div>
<div class="comments"><h4>1 comment:</h4><dl><dt>gull said...</dt><dd class="comment-body"><p>I was in the gallery that night and not one of them looked awake at two in the morning.</p></dd></dl><p><a>Post a Comment</a></p></div></div>
<div class="column-right-inner"><div class="widget BlogArchive"><h2>Blog Archive</h2><ul><li>▼ 2025 (3)</li></ul></div></div></div></body></html>"""


@page
def joomla() -> str:
    return f"""<html lang=en-gb><head><title>{TITLE} - Harbour Post</title></head><body class="site com_content view-article"><div class="header"><ul class="nav menu">{MENU}</ul></div><div class="item-page" itemscope itemtype="https://schema.org/Article">
<div class="page-header"><h2 itemprop="headline">{TITLE}</h2></div><dl class="article-info muted"><dt class="article-info-term">Details</dt><dd class="createdby" itemprop="author">Written by: <span itemprop="name">{AUTHOR}</span></dd><dd class="category-name">Category: <a>Politics</a></dd><dd class="published"><time datetime="{DAY}T21:40:00+00:00" itemprop="datePublished">Published: 12 March 2025</time></dd><dd class="hits">Hits: 431</dd></dl>
<div itemprop="articleBody">{paragraphs(heading="h3")}</div><ul class="pager pagenav"><li class="previous"><a>Prev</a></li><li class="next"><a>Next</a></li></ul></div>{LEGAL}</body></html>"""


@page
def next_js_with_hashed_names() -> str:
    data = json.dumps({"props": {"pageProps": {"article": {"title": TITLE, "body": list(BODY)}}}})
    return f"""<html lang=en><head><title>{TITLE} | Harbour Post</title>{json_ld(articleBody=" ".join(BODY))}</head><body><div id="__next"><header class="Header_root__x1Zp2"><nav class="Nav_list__8aQ">{MENU}</nav></header>
<main class="Layout_main__q2W"><article class="Story_root__k3J"><h1 class="Story_title__9sD">{TITLE}</h1><p class="Story_lede__2Lm">{SUBTITLE}</p><div class="Meta_root__a8"><span>By <a>{AUTHOR}</a></span><time datetime="{DAY}T21:40:00.000Z">12 Mar 2025, 21:40</time></div>
<div class="Story_content__c0D">{paragraphs("<div class='Ad_slot__1'>Advertisement</div>")}</div><div class="Tags_root__7"><a>Harbour</a></div></article><section class="Rail_root__4"><h2>Also in Politics</h2>{CARDS}</section></main>{LEGAL}</div>
<script id="__NEXT_DATA__" type="application/json">{data}</script></body></html>"""


@page
def amp() -> str:
    return f"""<!doctype html><html amp lang=en><head><title>{TITLE}</title><link rel="canonical" href="https://post.example/harbour-fund">{json_ld()}</head><body><amp-sidebar id=s layout=nodisplay><ul>{MENU}</ul></amp-sidebar><header class="amp-header"><a href=/>Harbour Post</a></header>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{TITLE}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">{AUTHOR}</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="{DAY}T21:40:00+00:00">2 days ago</time></div></header>
<figure class="amp-wp-article-featured-image"><amp-img src=a.jpg></amp-img><p class="wp-caption-text">The chamber shortly before midnight</p></figure><div class="amp-wp-article-content">{paragraphs("<amp-ad type=x><div overflow>Advertisement</div></amp-ad>", "<amp-social-share type=twitter></amp-social-share>")}</div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">Categories: <a>Politics</a></div></footer></article><footer class="amp-wp-footer"><h2>Harbour Post</h2><a>Back to top</a></footer></body></html>"""


@page
def paywalled_stub() -> str:
    wall = "<div class='paywall'><h2>Continue reading with a subscription</h2><p>Already a subscriber? Log in. Get unlimited access for 1 a month for the first three months.</p></div>"
    return f"""<html lang=en><head><title>{TITLE} | Harbour Post</title>{json_ld(isAccessibleForFree=False)}</head><body><nav>{MENU}</nav><main><h1>{TITLE}</h1><p class="standfirst">{SUBTITLE}</p><p class="byline">By {AUTHOR}</p>
<div class="article-content">{paragraphs()}</div>{wall}<section class=recommended><h2>More from the Harbour Post</h2>{CARDS}</section></main>{LEGAL}</body></html>"""


@page
def newsletter_in_layout_tables() -> str:
    rows = "".join(
        f"<tr><td style='padding:0 20px;font-family:Georgia'>{f'<h2>{w}</h2>' if w == HEADING else f'<p style=margin:0>{w}</p>'}</td></tr>"
        for w in BODY
    )
    return f"""<html><head><title>{TITLE}</title></head><body style="margin:0"><div style="display:none;max-height:0">Members crossed the floor in the last hour.</div>
<table width="100%" cellpadding="0"><tr><td align="center"><table width="600"><tr><td><a href=x>View this email in your browser</a></td></tr><tr><td><img src=logo.png alt="The Harbour Letter"></td></tr>
<tr><td><h1>{TITLE}</h1></td></tr><tr><td>By {AUTHOR}</td></tr><tr><td>March 12, 2025</td></tr>{rows}
<tr><td><table><tr><td><a href=f>Forward to a friend</a></td></tr></table></td></tr><tr><td style="font-size:11px">You are receiving this email because you signed up on our site. <a href=u>Unsubscribe</a></td></tr></table></td></tr></table></body></html>"""


@page
def un_meetings_coverage() -> str:
    return f"""<html lang=en dir=ltr><head><title>{TITLE} | UN Meetings Coverage</title><meta property="og:site_name" content="UN Meetings Coverage"></head><body class="node--type-press-release"><header><nav><ul class="menu">{MENU}</ul></nav></header><main><div class="region-content"><div class="field--name-field-symbol">GA/99999</div>
<h1 class="page-header"><span>{TITLE}</span></h1><article class="node press-release"><div class="field field--name-field-dated"><time datetime="{DAY}T12:00:00Z">12 March 2025</time></div><div class="field field--name-body">{paragraphs(heading="h3")}</div><div class="field--name-field-official">For information media. Not an official record.</div></article></div></main>
<footer><ul><li><a>Copyright</a></li><li><a>Fraud alert</a></li></ul></footer></body></html>"""


@page
def government_page() -> str:
    return f"""<html lang=en><head><title>{TITLE} - GOV.EXAMPLE</title><meta name="govuk:public-updated-at" content="{DAY}T21:40:00Z"></head><body class="govuk-template__body"><div id="global-cookie-message" class="gem-c-cookie-banner"><p>We use some essential cookies to make this website work.</p></div><header class="govuk-header">GOV.EXAMPLE</header>
<div class="govuk-width-container"><main id="content" class="govuk-main-wrapper"><span class="govuk-caption-xl">News story</span><h1 class="govuk-heading-xl">{TITLE}</h1><p class="gem-c-lead-paragraph">{SUBTITLE}</p>
<dl class="gem-c-metadata__list"><dt>From:</dt><dd><a>Ministry of Harbours</a></dd><dt>Published</dt><dd>12 March 2025</dd></dl><div class="gem-c-govspeak govuk-govspeak">{paragraphs()}</div>
<div class="gem-c-share-links"><h2>Share this page</h2><ul><li><a>Share on Facebook</a></li></ul></div><p class="gem-c-published-dates">Published 12 March 2025</p></main>
<div class="gem-c-feedback"><h2>Is this page useful?</h2><button>Yes</button><button>No</button></div></div><footer class="govuk-footer"><p>All content is available under the Open Government Licence v3.0, except where otherwise stated</p></footer></body></html>"""


@page
def wire_copy_in_pre() -> str:
    import textwrap

    body = "\n\n".join(textwrap.fill(words, 68, initial_indent="    ") for words in BODY)
    return f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>By {AUTHOR}<br>March 12, 2025</p><pre>\n{body}\n</pre><hr><a href=/>Back to the list</a></body></html>"


@page
def page_of_the_nineties() -> str:
    body = "<BR><BR>\n".join(f"<B>{words}</B>" if words == HEADING else words for words in BODY)
    return f"""<HTML><HEAD><TITLE>Harbour Post: {TITLE}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><TABLE WIDTH=780 CELLPADDING=4><TR><TD VALIGN=TOP WIDTH=140 BGCOLOR=#DDDDDD><FONT SIZE=1><A HREF=/>Home</A><BR><A HREF=/p>Politics</A><BR><A HREF=/s>Sport</A><BR><A HREF=/w>Weather</A></FONT></TD>
<TD VALIGN=TOP><FONT FACE=Arial SIZE=5><H1>{TITLE}</H1></FONT><FONT SIZE=2>By {AUTHOR}<BR>March 12, 2025</FONT><P><FONT FACE=Times SIZE=3>{body}</FONT></TD><TD WIDTH=160 VALIGN=TOP><FONT SIZE=1><A HREF=x>Click here to print this page</A></FONT></TD></TR></TABLE><CENTER><FONT SIZE=1>Copyright 2025 Harbour Post</FONT></CENTER></BODY></HTML>"""


@page
def paragraphs_as_breaks_in_hashed_divs() -> str:
    body = "<br><br>".join(f"<strong>{words}</strong>" if words == HEADING else f"<span>{words}</span>" for words in BODY)
    return f"""<html lang=en><head><title>{TITLE} | Harbour Times</title>{json_ld(publisher={"@type": "Organization", "name": "Harbour Times"})}</head><body><div class="_2kLq"><a>Home</a><a>Politics</a></div><div class="JuyWl"><div class="HNMDR"><span>{TITLE}</span></div><h1 class="HNMDR">{TITLE}</h1>
<div class="xf8Pm byline">{AUTHOR} / TNN / Updated: Mar 12, 2025, 21:40 IST</div><div class="_s30J clearfix" data-articlebody="1"><div class="M1rHh">{body}</div></div><div class="authors_bio"><div>About the Author</div></div><div class="rel9s"><h3>End of Article</h3></div></div>{LEGAL}</body></html>"""


@page
def squarespace() -> str:
    return f"""<html lang=en-GB><head><title>{TITLE} — Harbour Post</title><meta itemprop="author" content="{AUTHOR}"><meta itemprop="datePublished" content="{DAY}T21:40:00+0000"></head><body class="view-item"><header id=header><nav class="header-nav">{MENU}</nav></header><main><article class="entry blog-item-wrapper h-entry"><div class="blog-item-top-wrapper"><div class="blog-item-meta-wrapper"><time class="dt-published">12 Mar</time><span class="blog-author-name">Written By <a>{AUTHOR}</a></span></div><h1 class="entry-title">{TITLE}</h1></div>
<div class="blog-item-content e-content"><div class="sqs-layout"><div class="sqs-block html-block"><div class="sqs-block-content"><div class="sqs-html-content">{paragraphs()}</div></div></div></div></div><div class="blog-item-author-profile-wrapper"><span>{AUTHOR}</span></div></article><section class="item-pagination"><a><div class="item-pagination-title">Fish prices fall</div></a></section></main></body></html>"""


@page
def local_paper_in_blox() -> str:
    promo = "<div class='tnt-ads'>Sign up for our newsletter</div>"
    return f"""<html lang=en><head><title>{TITLE} | Local News | harbourpost.example</title>{json_ld()}</head><body class="app-editorial"><nav>{MENU}</nav><div class="main-content-wrap"><article class="asset story"><header class="asset-header"><h1 class="headline"><span>{TITLE}</span></h1></header><div class="meta"><ul class="list-inline"><li><span class="tnt-byline asset-byline">{AUTHOR}</span></li><li class="visible-print">Mar 12, 2025</li><li><time datetime="{DAY}T16:40:00-05:00">Mar 12, 2025</time></li></ul></div>
<div id="article-body" class="asset-content subscriber-premium"><div class="lee-article-text">{paragraphs(promo, promo)}</div></div><div class="share-container"><ul><li><a>Facebook</a></li></ul></div><div class="asset-tagline"><p>Reach {AUTHOR} at icalder@harbourpost.example or 555-0134. Follow her on social media.</p></div></article><aside class="col-md-4"><h3>Most Popular</h3>{CARDS}</aside></div></body></html>"""


@page
def wiki_news() -> str:
    return f"""<html lang=en dir=ltr class="client-nojs"><head><title>{TITLE} - Wikinews, the free news source</title></head><body class="mediawiki ltr ns-0 page-x"><div id="mw-page-base"></div><div id="content" class="mw-body"><h1 id="firstHeading" class="firstHeading">{TITLE}</h1><div id="bodyContent"><div id="siteSub">From Wikinews, the free news source you can write!</div><div id="jump-to-nav"></div><a class="mw-jump-link" href="#mw-head">Jump to navigation</a>
<div id="mw-content-text" class="mw-body-content"><div class="mw-parser-output"><p><strong class="published"><span id="publishDate" class="value-title" title="{DAY}">Wednesday, March 12, 2025</span></strong></p>{paragraphs(heading="h2")}</div></div><div id="catlinks" class="catlinks"><a>Categories</a>: <ul><li><a>Politics</a></li></ul></div></div></div><div id="mw-navigation"><h2>Navigation menu</h2><ul>{MENU}</ul></div></body></html>"""


@page
def list_of_votes_in_the_body() -> str:
    tally = "<ul><li>In favour: 61</li><li>Against: 17</li><li>Abstentions: 9</li></ul>"
    return f"""<html lang=en><head><title>{TITLE} | Harbour Post</title>{json_ld()}</head><body><nav>{MENU}</nav><article><h1>{TITLE}</h1><p class="byline">By {AUTHOR}</p><div class="story-body">{paragraphs(tally)}</div></article>{LEGAL}</body></html>"""


@page
def table_of_votes_in_the_body() -> str:
    rows = (("Party", "Ayes", "Noes"), ("North Island List", "31", "0"), ("South Island List", "30", "1"), ("Farmers' Union", "0", "16"))
    table = "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"
    return f"""<html lang=en><head><title>{TITLE} | Harbour Post</title>{json_ld()}</head><body><nav>{MENU}</nav><article><h1>{TITLE}</h1><p class="byline">By {AUTHOR}</p><div class="story-body">{paragraphs("", "", "", f"<div class='table-wrapper'>{table}</div>")}</div></article>{LEGAL}</body></html>"""


@page
def wrapped_in_a_form() -> str:
    return f"""<html lang=en><head><title>{TITLE}</title>{json_ld()}</head><body><form id="aspnetForm" method="post" action="./story.aspx"><div class="topMenu"><ul>{MENU}</ul></div><div id="ctl00_PlaceHolderMain_pnlArticle"><h1>{TITLE}</h1><span id="ctl00_lblAuthor">By {AUTHOR}</span><div id="ctl00_divStory">{paragraphs()}</div></div>{LEGAL}</form></body></html>"""


@page
def custom_elements() -> str:
    return f"""<html lang=en><head><title>{TITLE}</title>{json_ld()}</head><body><site-header><nav-bar><ul>{MENU}</ul></nav-bar></site-header><story-page><story-head><h1>{TITLE}</h1><story-byline>By {AUTHOR}</story-byline></story-head><story-body>{paragraphs("<ad-slot>Advertisement</ad-slot>")}</story-body></story-page><more-stories>{CARDS}</more-stories></body></html>"""


def story(body: str, *, head: str | None = None, title: str = f"<h1>{TITLE}</h1>", behind: str = "", before: str = "") -> str:
    """A plain page of the Harbour Post around a body."""
    return f"""<html lang=en><head><title>{TITLE} | Harbour Post</title>{json_ld() if head is None else head}</head><body>{before}<header><nav><ul>{MENU}</ul></nav></header><main><article>{title}<p class=byline>By {AUTHOR}</p><div class=story-body>{body}</div></article></main>{behind}{LEGAL}</body></html>"""


TALLY = "<table><tr><td>North Island List</td><td>31</td><td>0</td></tr><tr><td>South Island List</td><td>30</td><td>1</td></tr></table>"
READER = "I was in the gallery that night and not one of them looked awake when the vote was finally called at two in the morning. "


@page
def table_in_a_figure() -> str:
    return story(paragraphs("", f"<figure class='wp-block-table is-style-stripes'>{TALLY}<figcaption>Votes by list</figcaption></figure>"))


@page
def lists_of_names_by_option() -> str:
    return story(paragraphs("", "<dl><dt>In favour</dt><dd>Edda Marsh, Ola Reed</dd><dt>Against</dt><dd>Tor Field</dd></dl>"))


@page
def votes_behind_a_summary() -> str:
    return story(
        paragraphs("<details><summary>How each member voted</summary><ul><li>Edda Marsh: yes</li><li>Tor Field: no</li></ul></details>")
    )


@page
def label_inside_the_headline() -> str:
    return story(paragraphs(), title=f"<h1><span class=label>Politics</span> <span>{TITLE}</span></h1>")


@page
def every_paragraph_in_a_box_of_its_own() -> str:
    parts = (f"<h2>{w}</h2>" if w == HEADING else f"<p>{w}</p>" for w in BODY)
    return story("".join(f"<div class='chunk'>{part}</div><div class=ad>Advertisement</div>" for part in parts))


@page
def reader_comments_without_names() -> str:
    comments = "".join(f"<div><b>gull{n}</b><p>{READER * 3}</p></div>" for n in range(9))
    return story(paragraphs(), behind=f"<div><h3>Comments (9)</h3>{comments}</div>")


@page
def the_next_article_loaded_behind() -> str:
    other = (
        "Prices at the quay fell again on Wednesday, the fishermen's union said in its weekly report to members.",
        "Cod cost a fifth less than in the week before, and haddock was at its lowest price since the autumn of last year.",
        "The union blamed the weather, the ferry timetable and the new tariffs on the mainland for the fall.",
    )
    body = "".join(f"<p>{words}</p>" for words in other)
    return story(
        paragraphs(),
        behind=f"<main><article><h1>Fish prices fall</h1><p>By Tom Reed</p><div class=story-body>{body}</div></article></main>",
    )


@page
def the_next_article_without_marks() -> str:
    other = "<h1>Fish prices fall for a third week</h1><p>By Tom Reed</p><p>Prices at the quay fell again on Wednesday, the union said.</p>"
    return f"""<html lang=en><head><title>{TITLE} | Harbour Post</title>{json_ld()}</head><body><nav>{MENU}</nav><div><h1>{TITLE}</h1><p>By {AUTHOR}</p>{paragraphs()}{other}</div>{LEGAL}</body></html>"""


@page
def notes_of_the_editors() -> str:
    before = "<p><em>Editor’s note: This story has been updated with the final count.</em></p>"
    return story(
        before + paragraphs() + "<p><em>Correction: An earlier version of this article gave a wrong number of abstentions.</em></p>"
    )


@page
def no_heading_at_all() -> str:
    body = "".join(f"<div>{words}</div>" for words in BODY)
    return f"""<html lang=en><head><title>{TITLE} | Harbour Post</title>{json_ld()}</head><body><div><div><a href=/>Home</a> <a href=/p>Politics</a></div><div><div><div>{TITLE}</div><div>By {AUTHOR}</div>{body}</div>
<div><div><a href=1>Ferry timetable changes from Monday after a long summer</a></div><div><a href=2>Lighthouse keeper retires after forty years</a></div></div></div></div></body></html>"""


@page
def lines_in_one_paragraph() -> str:
    return story("<p>" + "<br>".join(BODY) + "</p>")


@page
def day_in_figures() -> str:
    return story("<p>12.03.2025 21:40</p>" + paragraphs(), head="<meta name=generator content=x>")


@page
def a_long_consent_dialog_first() -> str:
    consent = (
        "We and our partners store and access information on a device, such as cookies, and process personal data for advertising. " * 9
    )
    return story(paragraphs(), before=f"<div role=dialog class=cmp-root><p>{consent}</p><p>{consent}</p></div>")


@page
def a_long_box_about_the_paper() -> str:
    about = (
        "The Harbour Post is an independent daily paper that has been printed on the islands since 1921 and is owned by its readers. " * 5
    )
    return story(paragraphs(), behind=f"<div><div>{about}</div></div>")


SHORT = f"<article><h1>{TITLE}</h1><p>By {AUTHOR}</p><p>{BODY[0]}</p><p>{BODY[3]}</p></article>"
"""A brief: two paragraphs, less than what stands around them."""
