using System.CommandLine;
using Xinzhou.Dashboard.Data.Reviews;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>
/// Verifies a frozen pack: a file by nothing but itself, without PostgreSQL; a hash by what this installation keeps under it. Exit 1 if
/// anything was changed.
/// </summary>
internal sealed class ReviewVerifyCommand : DataCommand
{
    private readonly Argument<string> _pack = new("FILE|HASH")
    {
        Description = "The file of a pack, as /api/v1/packs/{hash} gives it; or its hash, of a pack that this installation keeps.",
    };

    public ReviewVerifyCommand(SharedOptions shared)
        : base("verify", "Recomputes the hash and the signatures of a frozen pack and says which verdicts it carries.", shared)
    {
        _pack.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && !File.Exists(given) && !Sha256.IsHash(HashOf(given)))
            {
                result.AddError($"“{given}” is neither a file nor a hash (64 hexadecimal digits).");
            }
        });
        Add(_pack);
    }

    protected override async Task<ExitCode?> RunWithoutDataAsync(ParseResult arguments, TextWriter output, CancellationToken cancellation)
    {
        var given = arguments.GetRequiredValue(_pack);
        if (!File.Exists(given)) return null;
        var file = new FileInfo(given);
        // Whatever has no end is no pack.
        var content = file.Length > PackFile.MaxSize ? [] : await File.ReadAllBytesAsync(given, cancellation);
        var name = Path.GetFileNameWithoutExtension(file.Name);
        return await SayAsync(PackCheck.Of(content, Sha256.IsHash(name) ? name : null), output);
    }

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var hash = HashOf(run.Arguments.GetRequiredValue(_pack));
        if (await run.Services.GetRequiredService<PackStore>().ReadAsync(hash, cancellation) is { } file) return await SayAsync(PackCheck.Of(file, hash), run.Output);
        await run.Errors.WriteLineAsync($"No pack {hash} is kept here.");
        return ExitCode.Refused;
    }

    private static string HashOf(string given) => given.Trim().ToLowerInvariant();

    private static async Task<ExitCode> SayAsync(PackCheck check, TextWriter output)
    {
        if (check.Fault is { } fault)
        {
            await output.WriteLineAsync($"review: {check.Hash} changed: {SentenceOf(fault)}");
            return ExitCode.Refused;
        }

        await output.WriteLineAsync($"review: {check.Hash} intact, {check.Subject} as of {check.AsOf}, verdicts {check.Verdicts.Count}");
        foreach (var verdict in check.Verdicts)
        {
            await output.WriteLineAsync($"{verdict.Dimension}: {verdict.Verdict}, {verdict.Decision}, signed by {verdict.By} at {verdict.At} ({verdict.Factor})");
        }

        return ExitCode.Done;
    }

    private static string SentenceOf(PackFault fault) => fault switch
    {
        PackFault.NotAPack => "it is no file of a pack",
        PackFault.NotCanonical => "it is not written as it was frozen, byte for byte",
        PackFault.OtherName => "it has another hash than its name says",
        PackFault.ContentChanged => "what was frozen has another hash",
        PackFault.TermsChanged => "what was signed has another digest",
        PackFault.SealMoved => "a signature belongs to another pack, or signatures were taken away",
        _ => "the file has another digest",
    };
}
