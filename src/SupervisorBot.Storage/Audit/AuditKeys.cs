using Microsoft.Extensions.Options;
using SupervisorBot.Storage.Schema;

namespace SupervisorBot.Storage.Audit;

/// <summary>The key that is signed with, and those that still verify.</summary>
internal sealed class AuditKeys
{
    private readonly Dictionary<string, AuditKey> _known = new(StringComparer.Ordinal);

    public AuditKeys(IOptions<AuditOptions> options, DevelopmentKey development)
    {
        var settings = options.Value;
        if (settings is { Key: null or "", KeyFile: null or "" })
        {
            // Outside Development the settings' check refuses that.
            var local = new AuditOptions { KeyFile = development.Ensure() };
            foreach (var key in settings.RetiredKeys)
            {
                local.RetiredKeys.Add(key);
            }

            settings = local;
        }

        var problems = AuditKeySource.Find(settings, out var current, out var retired);
        Current = current ?? throw new OptionsValidationException(AuditOptions.SectionName, typeof(AuditOptions), problems);
        foreach (var key in retired.Prepend(current))
        {
            _known.TryAdd(key.Id, key);
        }
    }

    /// <summary>The key to sign with.</summary>
    public AuditKey Current { get; }

    /// <summary>Whether a mark was made with a key that is known, and not changed since.</summary>
    public bool IsGenuine(SealedMark mark) =>
        Find(mark.KeyId) is { } key && AuditSignatures.AreSame(mark.Seal, AuditSignatures.OfMark(key, mark.Mark));

    /// <summary>Whether a row is genuine where it has that number and follows on a row with that signature.</summary>
    public bool IsGenuine(AuditRow row, long sequence, byte[] before) =>
        Find(row.KeyId) is { } key && AuditSignatures.AreSame(row.Hmac, AuditSignatures.OfRow(key, sequence, row.At, row.Document, before));

    /// <summary>The key of that name; null where it is not known.</summary>
    public AuditKey? Find(string id) => _known.GetValueOrDefault(id);
}
