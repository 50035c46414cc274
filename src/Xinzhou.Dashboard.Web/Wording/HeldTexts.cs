using System.Collections.Concurrent;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>
/// The texts of the resource files, each looked up once for a language: a page asks for hundreds, and a look-up in the files makes a
/// string and takes a lock each time.
/// </summary>
/// <param name="files">Looks texts up.</param>
public sealed class HeldTexts(ResourceManagerStringLocalizerFactory files) : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<Type, IStringLocalizer> _held = new();

    /// <inheritdoc/>
    public IStringLocalizer Create(Type resourceSource) => _held.GetOrAdd(resourceSource, type => new Localizer(files.Create(type)));

    /// <inheritdoc/>
    public IStringLocalizer Create(string baseName, string location) => files.Create(baseName, location);

    private sealed class Localizer(IStringLocalizer files) : IStringLocalizer
    {
        private readonly ConcurrentDictionary<(string Language, string Name), LocalizedString> _found = new();

        public LocalizedString this[string name]
        {
            get
            {
                var key = (CultureInfo.CurrentUICulture.Name, name);
                if (_found.TryGetValue(key, out var held)) return held;
                var text = files[name];
                // What there is no text for is not held: names are as many as the files have.
                if (!text.ResourceNotFound) _found[key] = text;
                return text;
            }
        }

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var format = this[name];
                return new(name, string.Format(CultureInfo.CurrentCulture, format.Value, arguments), format.ResourceNotFound, format.SearchedLocation);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => files.GetAllStrings(includeParentCultures);
    }
}
