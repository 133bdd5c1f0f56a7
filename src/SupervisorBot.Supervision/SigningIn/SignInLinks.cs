using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace SupervisorBot.Supervision.SigningIn;

/// <summary>Makes links to the sign-in page, and reads them back.</summary>
public sealed class SignInLinks
{
    /// <summary>What the path of a link begins with, in front of its token.</summary>
    public const string Path = "signin";

    private const int AgentIdBytes = sizeof(int);
    private const int SecretBytes = 24;

    private readonly Uri? _publicAddress;
    private readonly RandomNumberGenerator _randomness;

    /// <summary>Makes links under an address.</summary>
    /// <param name="publicAddress">The bot's public address; null where it has none.</param>
    /// <param name="randomness">Where secrets come from.</param>
    public SignInLinks(Uri? publicAddress, RandomNumberGenerator randomness) => (_publicAddress, _randomness) = (publicAddress, randomness);

    /// <summary>Whether links can be made: whether <c>Bot:PublicAddress</c> is set.</summary>
    public bool IsAvailable => _publicAddress is not null;

    /// <summary>Makes a new link for an inspector.</summary>
    /// <param name="agentId">The inspector's agent id.</param>
    /// <exception cref="InvalidOperationException"><c>Bot:PublicAddress</c> is not set.</exception>
    public SignInLink Make(int agentId)
    {
        var address = _publicAddress ?? throw new InvalidOperationException($"{PublicAddressOptions.SectionName}:{nameof(PublicAddressOptions.PublicAddress)} is not set.");
        var token = new byte[AgentIdBytes + SecretBytes];
        BinaryPrimitives.WriteInt32BigEndian(token, agentId);
        _randomness.GetBytes(token, AgentIdBytes, SecretBytes);
        var text = Base64Url.EncodeToString(token);
        var root = address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
        return new SignInLink(new Uri(root, $"{Path}/{text}"), HashOf(text));
    }

    /// <summary>Reads the token of a link. It says whose link it would be; whether it is one, only the session knows.</summary>
    /// <param name="token">What the path ends with.</param>
    /// <param name="agentId">The inspector's agent id.</param>
    /// <param name="hash">What would be kept of the link.</param>
    internal static bool TryRead(string? token, out int agentId, [NotNullWhen(true)] out string? hash)
    {
        (agentId, hash) = (0, null);
        Span<byte> bytes = stackalloc byte[AgentIdBytes + SecretBytes];
        if (token is not { Length: > 0 and < 100 } || !Base64Url.IsValid(token, out var length) || length != bytes.Length)
        {
            return false;
        }

        Base64Url.DecodeFromChars(token, bytes);
        agentId = BinaryPrimitives.ReadInt32BigEndian(bytes);
        hash = HashOf(token);
        return true;
    }

    /// <summary>Whether two hashes are the same; how long it takes tells nothing of how much of them is.</summary>
    internal static bool AreSame(string? one, string? other) =>
        one is not null && other is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}
