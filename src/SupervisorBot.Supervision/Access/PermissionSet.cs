namespace SupervisorBot.Supervision.Access;

/// <summary>Which permissions somebody has.</summary>
[GenerateSerializer, Immutable]
public readonly record struct PermissionSet
{
    private const string AllName = "All";
    private const string NoneName = "None";

    private PermissionSet(int bits) => Bits = bits;

    /// <summary>No permission.</summary>
    public static PermissionSet None => default;

    /// <summary>Every permission.</summary>
    public static PermissionSet All { get; } = Of(Enum.GetValues<Permission>());

    /// <summary>What an inspector has for whom nothing is said: all but <see cref="Permission.Administer"/> and <see cref="Permission.Force"/>.</summary>
    public static PermissionSet Default { get; } = All.Without(Of(Permission.Administer, Permission.Force));

    /// <summary>One bit for each permission, by the order of <see cref="Permission"/>.</summary>
    [Id(0)]
    public int Bits { get; private init; }

    /// <summary>The set of some permissions.</summary>
    public static PermissionSet Of(params ReadOnlySpan<Permission> permissions)
    {
        var bits = 0;
        foreach (var permission in permissions)
        {
            bits |= Bit(permission);
        }

        return new PermissionSet(bits);
    }

    /// <summary>Reads names with commas or blanks between them, whatever their case, such as <c>List, Listen</c>; or <c>All</c>, or <c>None</c>.</summary>
    /// <param name="text">The names.</param>
    /// <param name="permissions">What was read.</param>
    /// <returns>False where a name is no permission's, or there is none.</returns>
    public static bool TryParse(string? text, out PermissionSet permissions)
    {
        permissions = None;
        var names = (text ?? "").Split([',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names is [var only] && (Is(only, AllName) || Is(only, NoneName)))
        {
            permissions = Is(only, AllName) ? All : None;
            return true;
        }

        foreach (var name in names)
        {
            if (!TryParseOne(name, out var permission))
            {
                return false;
            }

            permissions = permissions.With(Of(permission));
        }

        return names.Length > 0;
    }

    /// <summary>Whether a permission is among them.</summary>
    public bool Has(Permission permission) => (Bits & Bit(permission)) != 0;

    /// <summary>These and others.</summary>
    public PermissionSet With(PermissionSet others) => new(Bits | others.Bits);

    /// <summary>These without others.</summary>
    public PermissionSet Without(PermissionSet others) => new(Bits & ~others.Bits);

    /// <summary>The names as <see cref="TryParse"/> reads them.</summary>
    public override string ToString()
    {
        var set = this;
        return set == None ? NoneName : string.Join(", ", Enum.GetValues<Permission>().Where(set.Has));
    }

    private static int Bit(Permission permission) => 1 << (int)permission;

    private static bool Is(string text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);

    // Enum.TryParse takes numbers too.
    private static bool TryParseOne(string name, out Permission permission)
    {
        foreach (var known in Enum.GetValues<Permission>())
        {
            if (Is(name, known.ToString()))
            {
                permission = known;
                return true;
            }
        }

        permission = default;
        return false;
    }
}
