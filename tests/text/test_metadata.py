"""Rules of `read_metadata`."""

import datetime

import lxml.html
import pytest

from factcheck.text.metadata import read_metadata

DAY = datetime.date(2021, 4, 25)
LD = '<script type="application/ld+json">'


def metadata(head, body="<p>x</p>", attributes=""):
    """Read the metadata of a page made of these parts."""
    return read_metadata(
        lxml.html.document_fromstring(f"<html {attributes}><head>{head}</head><body>{body}</body></html>")
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2021-04-25T22:00:00+01:00">', ""),
        (LD + '{"@graph": [{"@type": "NewsArticle", "datePublished": "2021-04-25"}]}</script>', ""),
        ('<meta name="pubdate" content="20210425">', ""),
        ("", '<time datetime="2021-04-25">Sunday</time>'),
        ("", "<time>25 April 2021</time>"),
    ],
)
def test_where_the_day_comes_from(head, body):
    """A stated day is read from meta tags, structured data or the page, never from figures in the address."""
    canonical = '<link rel="canonical" href="https://example.org/2021/04/92713">'
    assert metadata(canonical + head, body).date == DAY
    assert metadata(canonical).date is None


def test_what_a_page_says_of_itself():
    """Title, author, publisher, address and language are read; an address is no author."""
    data = (
        '{"@type": ["NewsArticle"], "author": [{"name": "Ana Bell"}, {"name": "Tom Roe"}],'
        ' "publisher": {"name": "The Post"}}'
    )
    found = metadata(
        '<title>Bridge closed | The Post</title><meta name="author" content="https://example.org/ana">'
        f'{LD}{data}</script><link rel="canonical" href="https://example.org/a">',
        attributes='lang="en-GB"',
    )
    assert (found.title, found.author, found.publisher) == ("Bridge closed", "Ana Bell, Tom Roe", "The Post")
    assert (found.url, found.language) == ("https://example.org/a", "en-GB")


def test_only_web_addresses_are_addresses():
    """A script in place of an address is left out, and broken structured data does no harm."""
    found = metadata(
        '<link rel="canonical" href="javascript:alert(1)"><script type="application/ld+json">{"a": [</script>'
    )
    assert (found.url, found.author) == (None, None)
