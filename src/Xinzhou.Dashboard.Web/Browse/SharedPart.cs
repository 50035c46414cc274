using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace Xinzhou.Dashboard.Web.Browse;

/// <summary>
/// A part of a reading page that is the same for all readers: rendered for the first of them, whoever that is, and kept as HTML for as long
/// as the state holds that it shows (<see cref="SharedParts"/>). Who reads is not known within it. Of a past moment it is rendered as ever.
/// </summary>
public sealed class SharedPart : ComponentBase
{
    private string? _html;

    [Inject] private SharedParts Parts { get; set; } = null!;

    [Inject] private PageView View { get; set; } = null!;

    [Inject] private Address Address { get; set; } = null!;

    [Inject] private HtmlRenderer Renderer { get; set; } = null!;

    /// <summary>Tells it from the other parts of all pages.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>What it shows; of its page it depends on nothing but <see cref="PageView"/> and the parameters that every link keeps.</summary>
    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (View.IsPast) return;
        var (parts, key) = (Parts.Of(View), Address.To($"/#{Name}"));
        _html = parts.Find(key);
        if (_html is not null) return;
        _html = await Renderer.Dispatcher.InvokeAsync(async () => (await Renderer.RenderComponentAsync<Content>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ChildContent)] = ChildContent }))).ToHtmlString());
        parts.Keep(key, _html);
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (View.IsPast) builder.AddContent(0, ChildContent);
        else builder.AddMarkupContent(1, _html);
    }

    private sealed class Content : ComponentBase
    {
        [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
    }
}
