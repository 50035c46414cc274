namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>A dialog in which an entry of the catalogue is made: it begins anew, with its draft, whenever it is opened.</summary>
/// <typeparam name="TEdit">What is typed.</typeparam>
public abstract class NewEntry<TEdit> : CatalogueEditor<TEdit>
    where TEdit : CatalogueEdit
{
    private bool wasOpen;

    /// <summary>Whether it is shown.</summary>
    [Parameter]
    public bool Open { get; set; }

    /// <summary>Raised when it is closed.</summary>
    [Parameter]
    public EventCallback<bool> OpenChanged { get; set; }

    /// <summary>Raised with the code of what was entered.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnCreated { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var opens = Open && !wasOpen;
        wasOpen = Open;
        if (opens)
        {
            BeginAnew();
            await RestoreAsync();
        }
    }

    /// <summary>Opens or closes it.</summary>
    protected Task OpenAsync(bool open) => OpenChanged.InvokeAsync(open);

    /// <summary>Closes it and tells of what was entered.</summary>
    protected async Task DoneAsync(string code)
    {
        await OpenAsync(false);
        await OnCreated.InvokeAsync(code);
    }
}
