"""Figures without their page: as pictures to download, as cards of links, and in the frames of other sites."""

from components.pictures.card import figure_card, words_card
from components.pictures.framed import document
from components.pictures.links import embedding, picture_links
from components.pictures.picture import LICENCE, Drawing, Picture, file_address, frame_address
from components.pictures.sheet import sheet
from components.pictures.writing import font_face, site_font

__all__ = ["LICENCE", "Drawing", "Picture", "document", "embedding", "figure_card", "file_address", "font_face",
           "frame_address", "picture_links", "sheet", "site_font", "words_card"]  # fmt: skip
