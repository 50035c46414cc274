using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>What the commands that import a file have in common.</summary>
internal static class ImportOptions
{
    /// <summary>More reasons than anybody reads; the report has them all.</summary>
    public const int MaxReasons = 200;

    /// <summary>How the file of <c>--report</c> is written.</summary>
    public static JsonSerializerOptions ReportFormat { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file: one that exists, and no folder.</summary>
    public static Argument<FileInfo> File(string description)
    {
        var file = new Argument<FileInfo>("FILE") { Description = description }.AcceptExistingOnly();
        file.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && Directory.Exists(given.Value))
                result.AddError($"“{given.Value}” is a folder; FILE is a file.");
        });
        return file;
    }

    /// <summary>Where everything that was refused or remarked is written to.</summary>
    /// <param name="fields">What is written of each.</param>
    public static Option<FileInfo?> Report(string fields) => new("--report")
    {
        Description = $"Writes what was refused or remarked to a file: {fields}.",
        HelpName = "FILE.json",
    };

    public static Option<bool> DryRun() => new("--dry-run") { Description = "Stores nothing; says what would happen." };

    public static Option<string?> Published()
    {
        var published = new Option<string?>("--published")
        {
            Description = "Date of publication of rows that give none: YYYY-MM-DD, YYYY-MM or an instant with its offset.",
            HelpName = "DATE",
        };
        published.Validators.Add(result =>
        {
            if (result.GetValue(published) is { } text && DateNotation.Read(text) is null)
                result.AddError($"--published is “{text}”; allowed are YYYY-MM-DD, YYYY-MM and instants such as 2023-08-18T09:30:00+08:00.");
        });
        return published;
    }
}
