using System.Text;
using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Web.Commands;
using Xinzhou.Dashboard.Web.Tests.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Commands;

/// <summary>The command that verifies a pack, as a process: a file without any database.</summary>
public sealed class ReviewVerifyCommandTests : IDisposable
{
    private static readonly byte[] Pack = Signed();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-pack-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_intact_file_is_told_with_its_verdicts_and_a_changed_one_is_refused()
    {
        var (exitCode, output, errors) = await VerifyAsync("pack.json", Pack);
        Assert.Equal(
            ((int)ExitCode.Done, $"review: {Sha256.Of(Pack)} intact, 2025 as of 2026-01-15T09:00:00+08:00, verdicts 1\nindustry: 达成, 认账, signed by 张市长 at 2026-01-15T10:00:00+08:00 (passkey)\n", ""),
            (exitCode, output, errors.Trim()));

        var changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Pack).Replace("认账", "退回", StringComparison.Ordinal));
        (exitCode, output, _) = await VerifyAsync("changed.json", changed);
        Assert.Equal((int)ExitCode.Refused, exitCode);
        Assert.Equal($"review: {Sha256.Of(changed)} changed: what was signed has another digest\n", output);
        (exitCode, _, _) = await VerifyAsync($"{new string('0', 64)}.json", Pack);
        Assert.Equal((int)ExitCode.Refused, exitCode);
        (exitCode, output, _) = await VerifyAsync("other.json", [1, 2, 3]);
        Assert.Equal((int)ExitCode.Refused, exitCode);
        Assert.Contains("it is no file of a pack", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing-there.json")]
    [InlineData("abc")]
    public async Task What_is_neither_file_nor_hash_is_wrong_usage(string given)
    {
        var (exitCode, output, errors) = await DashboardProcess.RunAsync("review", "verify", given);
        Assert.Equal(((int)ExitCode.WrongUsage, ""), (exitCode, output));
        Assert.Contains("neither a file nor a hash", errors, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Errors)> VerifyAsync(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllBytesAsync(path, content);
        // Wherever the database would be: it is not asked.
        return await DashboardProcess.RunAsync("review", "verify", path, "--ConnectionStrings:Dashboard=Host=127.0.0.1;Port=1");
    }

    private static byte[] Signed()
    {
        var content = CanonicalJson.Write(new JsonObject { ["asOf"] = "2026-01-15T09:00:00+08:00", ["subject"] = new JsonObject { ["code"] = "2025" } });
        var terms = new SealTerms(
            ReviewSubject.Milestone(2025), Sha256.Of(PackFile.Write(content, [])), Sha256.Of(content), [new("industry", ReviewVerdict.Achieved, ReviewDecision.Accept)], "张市长",
            new(2026, 1, 15, 10, 0, 0, TimeSpan.FromHours(8)), SignatureFactor.Passkey);
        return PackFile.Write(content, [terms.Text()]);
    }
}
