using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace SupervisorBot.BotFramework.Authentication.Keys;

/// <summary>A public key that signs tokens.</summary>
/// <param name="Id">Its id, as tokens name it.</param>
/// <param name="Key">The key.</param>
/// <param name="Endorsements">The channels for which it may sign; null where the document has no such list.</param>
internal sealed record SigningKey(string Id, SecurityKey Key, FrozenSet<string>? Endorsements);
