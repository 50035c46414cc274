using System.Text;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Tests.Text;

public sealed class NameTextTests
{
    [Theory]
    [InlineData("地区生产总值")]
    [InlineData("GDP per head (USD), 2nd half")]
    [InlineData("𠮷田 · 忻府区")]
    [InlineData("单位GDP能耗/万元")]
    [InlineData("")]
    [InlineData(null)]
    public void What_people_see_may_stand_in_a_name(string? name) => Assert.Null(NameText.HiddenIn(name));

    [Theory]
    [InlineData("a\0b", "U+0000")]
    [InlineData("张\u0001三", "U+0001")]
    [InlineData("张三\n", "U+000A")]
    [InlineData("a\tb", "U+0009")]
    [InlineData("\u007F", "U+007F")]
    [InlineData("nimda\u202Eadmin", "U+202E")]
    [InlineData("\u2066a\u2069", "U+2066")]
    [InlineData("adm\u200Bin", "U+200B")]
    [InlineData("\uFEFFadmin", "U+FEFF")]
    [InlineData("a\u2028b", "U+2028")]
    [InlineData("a\uFDD0", "U+FDD0")]
    public void What_nobody_sees_or_what_turns_others_around_may_not(string name, string character) => Assert.Equal(character, NameText.HiddenIn(name));

    [Fact]
    public void Half_of_a_surrogate_pair_may_not_wherever_it_stands()
    {
        Assert.Equal("U+D842", NameText.HiddenIn("a" + '\uD842'));
        Assert.Equal("U+DFB7", NameText.HiddenIn('\uDFB7' + "a"));
        Assert.Equal("U+D842", NameText.HiddenIn('\uD842' + "a" + '\uDFB7'));
        Assert.Equal("U+1FFFE", NameText.HiddenIn(char.ConvertFromUtf32(0x1FFFE)));
    }

    [Theory]
    [InlineData(".", true)]
    [InlineData(" .. ", true)]
    [InlineData("  ", true)]
    [InlineData("...", false)]
    [InlineData("a.", false)]
    public void A_name_says_something(string name, bool isNone) => Assert.Equal(isNone, NameText.IsNone(name));

    [Fact]
    public void The_catalogue_refuses_such_names_and_says_which_character_it_is()
    {
        CatalogueFault[] faults = [.. CatalogueCheck.OfNames("产\u202E值", "out\u200Bput", ["别名", "别\u0001名"])];

        Assert.Equal(["U+202E", "U+200B", "U+0001"], faults.Select(f => f.Value));
        Assert.All(faults, f => Assert.Equal(CatalogueFaultReason.HiddenCharacter, f.Reason));
    }

    [Theory]
    [InlineData("忻州市\uFE0F")]
    [InlineData("忻\u034F州市")]
    [InlineData("忻州市\u3164")]
    [InlineData("忻州\u2800市")]
    [InlineData("忻州市\U000E0101")]
    public void What_nobody_sees_makes_no_other_name(string name) => Assert.Equal("忻州市", PlainText.Key(name));

    [Theory]
    [InlineData("第ニ产业增加值", 'ニ')]
    [InlineData("エ业增加值", 'エ')]
    [InlineData("人ロ", 'ロ')]
    [InlineData("GDР", 'Р')]
    public void A_letter_of_another_script_is_told(string name, char letter) => Assert.Equal(new Rune(letter), PlainText.OddLetterOf(name));

    [Theory]
    [InlineData("PM₂.₅浓度")]
    [InlineData("买买提・阿里")]
    [InlineData("〇八年々")]
    public void What_names_are_written_with_is_none(string name) => Assert.Null(PlainText.OddLetterOf(name));

    [Fact]
    public void In_what_people_write_at_length_it_is_taken_out()
    {
        Assert.Equal("已 完成\n第二行", PlainText.Entered(" 已\u0001 完\u202E成\n第二行\0 "));
        Assert.Equal("a\uFFFDb", PlainText.Entered("a" + '\uDFB7' + "b"));
        Assert.Null(PlainText.Entered(" \u200B\0 "));
        Assert.Null(PlainText.Entered(null));
    }
}
