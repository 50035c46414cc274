using System.Text;
using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Domain.Tests.Reviews;

/// <summary>The file of a pack says by itself whether it was changed, and which verdicts it carries.</summary>
public sealed class PackCheckTests
{
    private static readonly ReviewSubject Subject = ReviewSubject.Milestone(2025);

    private static readonly byte[] Content = CanonicalJson.Write(new JsonObject
    {
        ["asOf"] = "2026-01-15T09:00:00+08:00",
        ["subject"] = new JsonObject { ["code"] = "2025" },
        ["figures"] = new JsonArray(new JsonObject { ["id"] = "f0000000001", ["value"] = "676.5" }),
    });

    private static readonly string First = Sign([], new VerdictEntry("industry", ReviewVerdict.Achieved, ReviewDecision.Accept));

    private static readonly string Second = Sign(
        [First],
        new VerdictEntry("opening", ReviewVerdict.NotAchieved, ReviewDecision.Redo, "限期补办", new("gxj", MatterGrade.Major)),
        new VerdictEntry("reform", ReviewVerdict.MostlyAchieved, ReviewDecision.SendBack, "缺佐证"));

    [Fact]
    public void A_pack_that_nobody_has_signed_is_intact_and_carries_no_verdict()
    {
        var check = PackCheck.Of(PackFile.Write(Content, []));

        Assert.Null(check.Fault);
        Assert.Equal(("2025", "2026-01-15T09:00:00+08:00"), (check.Subject, check.AsOf));
        Assert.Empty(check.Verdicts);
    }

    [Fact]
    public void A_signed_pack_carries_its_verdicts_in_the_words_that_were_signed()
    {
        var file = PackFile.Write(Content, [First, Second]);
        var check = PackCheck.Of(file, Sha256.Of(file));

        Assert.Null(check.Fault);
        Assert.Equal("industry 达成 认账|opening 未达成 再办|reform 基本达成 退回", string.Join('|', check.Verdicts.Select(v => $"{v.Dimension} {v.Verdict} {v.Decision}")));
        Assert.All(check.Verdicts, v => Assert.Equal(("张市长", "code"), (v.By, v.Factor)));
    }

    [Fact]
    public void The_name_of_a_pack_is_the_hash_of_its_file_and_each_signature_makes_another_file()
    {
        string[] names = [.. new[] { PackFile.Write(Content, []), PackFile.Write(Content, [First]), PackFile.Write(Content, [First, Second]) }.Select(f => Sha256.Of(f))];

        Assert.Equal(3, names.Distinct().Count());
        Assert.Equal(names[0], JsonNode.Parse(First)!["pack"]!.GetValue<string>());
        Assert.Equal(names[1], JsonNode.Parse(Second)!["pack"]!.GetValue<string>());
        Assert.Equal(PackFault.OtherName, PackCheck.Of(PackFile.Write(Content, [First]), names[0]).Fault);
    }

    [Fact]
    public void No_byte_can_be_changed_added_or_taken_away()
    {
        var file = PackFile.Write(Content, [First, Second]);
        for (var i = 0; i < file.Length; i++)
        {
            var changed = (byte[])file.Clone();
            changed[i] ^= 1;
            Assert.NotNull(PackCheck.Of(changed).Fault);
        }

        Assert.NotNull(PackCheck.Of((byte[])[.. file, (byte)'\n']).Fault);
        Assert.NotNull(PackCheck.Of(file.AsMemory(0, file.Length - 1)).Fault);
        Assert.NotNull(PackCheck.Of(Encoding.UTF8.GetBytes("\uFEFF" + Encoding.UTF8.GetString(file))).Fault);
    }

    [Theory]
    [InlineData("676.5", "876.5", PackFault.ContentChanged)]
    [InlineData("基本达成", "未达成", PackFault.TermsChanged)]
    [InlineData("限期补办", "不必补办", PackFault.TermsChanged)]
    [InlineData("张市长", "李市长", PackFault.TermsChanged)]
    [InlineData(PackFile.Format, "xinzhou-dashboard/pack/2", PackFault.NotAPack)]
    public void What_was_changed_is_named(string text, string by, PackFault fault)
    {
        var file = Encoding.UTF8.GetString(PackFile.Write(Content, [First, Second]));

        Assert.Equal(fault, PackCheck.Of(Encoding.UTF8.GetBytes(file.Replace(text, by, StringComparison.Ordinal))).Fault);
    }

    [Fact]
    public void Hashes_that_were_reckoned_anew_over_changed_content_do_not_make_it_what_was_signed()
    {
        var other = CanonicalJson.Write(JsonNode.Parse(Encoding.UTF8.GetString(Content).Replace("676.5", "876.5", StringComparison.Ordinal))!);

        Assert.Equal(PackFault.SealMoved, PackCheck.Of(PackFile.Write(other, [First])).Fault);
        Assert.Equal(PackFault.SealMoved, PackCheck.Of(PackFile.Write(Content, [Second])).Fault);
        Assert.Equal(PackFault.SealMoved, PackCheck.Of(PackFile.Write(Content, [Second, First])).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("{\"format\":5}")]
    public void What_is_no_pack_is_said_to_be_none(string text) => Assert.Equal(PackFault.NotAPack, PackCheck.Of(Encoding.UTF8.GetBytes(text)).Fault);

    [Fact]
    public void A_file_that_only_claims_to_be_a_pack_is_none_that_was_frozen()
    {
        var claimed = CanonicalJson.Write(new JsonObject { ["format"] = PackFile.Format });

        Assert.Equal(PackFault.FileChanged, PackCheck.Of(claimed).Fault);
    }

    [Fact]
    public void A_pack_that_was_written_otherwise_is_told_from_another_file()
    {
        var indented = JsonNode.Parse(PackFile.Write(Content, [First]))!.ToJsonString(new() { WriteIndented = true });

        Assert.Equal(PackFault.NotCanonical, PackCheck.Of(Encoding.UTF8.GetBytes(indented)).Fault);
    }

    private static string Sign(string[] before, params VerdictEntry[] verdicts) => new SealTerms(
        Subject, Sha256.Of(PackFile.Write(Content, before)), Sha256.Of(Content), verdicts, "张市长", new(2026, 1, 15, 10, 0, 0, TimeSpan.FromHours(8)), SignatureFactor.Code).Text();
}
