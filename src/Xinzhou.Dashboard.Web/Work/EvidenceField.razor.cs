using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Xinzhou.Dashboard.Domain.CheckIns;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>Files of evidence that go along with what is said: chosen among those that were added, and added.</summary>
public sealed partial class EvidenceField(EvidenceUploads received, EvidenceText sentences, IStringLocalizer<EvidenceField> text)
{
    private IReadOnlyList<Evidence> files = [];
    private string? fault;
    private string? step;
    private int? percent;
    private int uploads;

    /// <summary>The id of the field that takes a file.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>What stands above the files.</summary>
    [Parameter, EditorRequired]
    public required string Legend { get; set; }

    /// <summary>The right that adding takes.</summary>
    [Parameter, EditorRequired]
    public required Right Needs { get; set; }

    /// <summary>Whether the dialog of the browser offers pictures only.</summary>
    [Parameter]
    public bool PicturesOnly { get; set; }

    /// <summary>The numbers of the files that go along.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<long> Taken { get; set; }

    /// <summary>Raised when others go along.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<long>> TakenChanged { get; set; }

    /// <summary>Reads what was added before.</summary>
    [Parameter, EditorRequired]
    public required Func<CancellationToken, Task<IReadOnlyList<Evidence>>> Load { get; set; }

    /// <summary>Adds a file by its name and content: what was added, or why nothing was.</summary>
    [Parameter, EditorRequired]
    public required Func<CurrentUser, string, Stream, CancellationToken, Task<(Evidence? Added, string? Refused)>> Add { get; set; }

    private IStringLocalizer<EvidenceField> Text => text;

    private long MaxMegabytes => received.MaxBytes >> 20;

    protected override Task OnInitializedAsync() => GuardAsync(async () => files = await Load(Leaving));

    private Task TakeAsync(Evidence file, bool taken) =>
        TakenChanged.InvokeAsync([.. files.Select(f => f.Id).Where(id => id == file.Id ? taken : Taken.Contains(id))]);

    private async Task AddAsync(IBrowserFile? file)
    {
        if (file is null) return;
        fault = null;
        if (await ActorAsync(Needs) is not { } user) return;
        try
        {
            (step, percent) = (text["Uploading", file.Name], 0);
            var (refused, content) = await received.ReceiveAsync(file, Show, Leaving);
            if (refused is { } why) fault = sentences.Fault(why);
            if (content is null) return;
            await using (content) await KeepAsync(user, file.Name, content);
        }
        catch (Exception gone) when (gone is IOException or JSException)
        {
            // Changed or moved away since it was chosen.
            fault = text["FileGone"];
        }
        finally
        {
            (step, percent) = (null, null);
            // Chosen is chosen: the same file can be chosen again.
            if (fault is null) uploads++;
        }
    }

    private async Task KeepAsync(CurrentUser user, string name, Stream content)
    {
        (var added, fault) = await Add(user, name, content, Leaving);
        if (added is null) return;
        files = [.. files.Where(f => f.Id != added.Id), added];
        await TakenChanged.InvokeAsync([.. Taken.Where(id => id != added.Id), added.Id]);
    }

    private void Show(int done)
    {
        if (done == percent) return;
        percent = done;
        StateHasChanged();
    }
}
