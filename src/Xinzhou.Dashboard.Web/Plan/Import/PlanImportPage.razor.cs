using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Documents.Plans;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Import;

/// <summary>
/// The plan's file goes in by two steps: what would happen is shown, row by row, and nothing is stored; then it is imported,
/// all of it or nothing.
/// </summary>
public sealed partial class PlanImportPage(
    PlanImporter importer,
    SnapshotStore store,
    PlanWords words,
    Toasts toasts,
    Address address,
    IStringLocalizer<PlanImportPage> text)
{
    private const int Block = 1 << 16;

    private IBrowserFile? file;
    private string? fileError;
    private string? published;
    private string? publishedError;
    private bool create;

    // What was read for the preview, and how: exactly that is imported.
    private PlanDocument? document;
    private ImportSettings? settings;
    private PlanImportReport? report;
    private IReadOnlyList<PlanRow> rows = [];
    private bool isImported;
    private bool isOther;

    private CancellationTokenSource? running;
    private string? step;
    private int? percent;
    private bool stopped;

    private Address Address => address;

    private IStringLocalizer<PlanImportPage> Text => text;

    private bool IsBusy => running is not null;

    private bool CanImport => !isImported && document is not null && report is { Accepted: true } && report.New + report.Changed + report.NewDepartments.Count > 0;

    protected override void Dispose(bool disposing)
    {
        // What is only looked at ends with the page; what is being stored is carried out.
        if (disposing && settings is null)
        {
            running?.Cancel();
        }

        base.Dispose(disposing);
    }

    private void Choose(IBrowserFile? chosen) => Change(() => (file, fileError) = (chosen, null));

    // What was previewed is of other settings then.
    private void Change(Action change)
    {
        change();
        (document, settings, report, rows, isImported, isOther, stopped, publishedError) = (null, null, null, [], false, false, false, null);
    }

    private async Task PreviewAsync()
    {
        if (IsBusy) return;
        Change(() => { });
        fileError = file is null ? text["NoFile"].Value : null;
        publishedError = string.IsNullOrWhiteSpace(published) || DateNotation.Read(published.Trim()) is not null ? null : text["NotADate"].Value;
        if (file is null || publishedError is not null || await ActorAsync(Right.EditPlan) is not { } user || IsBusy) return;

        var asked = new ImportSettings
        {
            File = file.Name,
            Actor = user.UserName,
            Create = create,
            DryRun = true,
            Published = string.IsNullOrWhiteSpace(published) ? null : DateNotation.Read(published.Trim()),
            PublishedToMonth = !string.IsNullOrWhiteSpace(published) && DateNotation.IsMonth(published.Trim()),
        };
        await RunAsync(async cancellation =>
        {
            if (await ReadAsync(file, cancellation) is not { } read) return;
            Show(text["StepChecking"], null);
            var found = await Task.Run(() => importer.ImportAsync(read, asked, cancellation), CancellationToken.None);
            if (found.Stopped) throw new OperationCanceledException(cancellation);
            (document, settings, report) = (read, asked with { DryRun = false }, found);
            rows = PlanRow.Of(found, store.Current.PlanBook, words);
        });
    }

    private async Task ImportAsync()
    {
        if (IsBusy || document is not { } read || settings is not { } asked || report is not { } before || await ActorAsync(Right.EditPlan) is not { } user || IsBusy) return;
        await RunAsync(async cancellation =>
        {
            Show(text["StepStoring"], null);
            var done = await Task.Run(() => importer.ImportAsync(read, asked with { Actor = user.UserName }, cancellation), CancellationToken.None);
            if (done.Stopped) throw new OperationCanceledException(cancellation);
            report = done;
            (isImported, isOther) = (done.Accepted, (done.New, done.Changed, done.Unchanged) != (before.New, before.Changed, before.Unchanged));
            document = null;
            if (done.Accepted) toasts.Say(text["Imported"]);
        });
    }

    private async Task RunAsync(Func<CancellationToken, Task> act)
    {
        using var cancelling = new CancellationTokenSource();
        (running, stopped) = (cancelling, false);
        try
        {
            await act(cancelling.Token);
        }
        catch (OperationCanceledException) when (cancelling.IsCancellationRequested)
        {
            stopped = true;
        }
        finally
        {
            (running, step, percent) = (null, null, null);
        }
    }

    private async Task StopAsync()
    {
        if (running is { } cancelling) await cancelling.CancelAsync();
    }

    private async Task<PlanDocument?> ReadAsync(IBrowserFile chosen, CancellationToken cancellation)
    {
        if (chosen.Size > SourceTable.MaxBytes) return PlanDocument.Unreadable(Fault.OfFile(FaultReason.FileTooLarge, $"{chosen.Size}"));
        Show(text["StepUploading"], 0);
        var content = new byte[chosen.Size];
        try
        {
            await using var stream = chosen.OpenReadStream(SourceTable.MaxBytes, cancellation);
            for (var done = 0; done < content.Length;)
            {
                var count = await stream.ReadAsync(content.AsMemory(done, Math.Min(Block, content.Length - done)), cancellation);
                if (count == 0) throw new EndOfStreamException();
                done += count;
                Show(text["StepUploading"], (int)(100L * done / content.Length));
            }
        }
        catch (Exception gone) when (gone is IOException or JSException)
        {
            // Changed or moved away since it was chosen.
            fileError = text["FileGone"];
            return null;
        }

        Show(text["StepReading"], null);
        return await Task.Run(() => Read(content), cancellation);
    }

    private static PlanDocument Read(byte[] content)
    {
        if (!DocumentReader.IsWorkbook(content)) return PlanDocument.ReadCsv(content);
        var read = PlanWorkbook.Read(content);
        return new() { Tables = read.Tables, Faults = read.Faults, Warnings = read.Warnings };
    }

    private void Show(string what, int? done)
    {
        (step, percent) = (what, done);
        StateHasChanged();
    }
}
